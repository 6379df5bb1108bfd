"""Keep opposed hats on different heads: asked here in words, and again by the database."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from shubbak.flow.definition import Step
from shubbak.kernel.actor import Actor, ActorKind
from shubbak.kernel.refusal import NotYours

from ..held import Held
from ..states import opposed

APART = _("You already acted on this case in a duty that must stay apart from this one. A colleague must do it.")


def guard(held: Held, *, by: Actor, step: Step | None, duty: str) -> None:
    """Refuse when this person already acted on the case under a hat that `duty` or `step` must be kept apart from."""
    if by.kind != ActorKind.STAFF:
        return
    mine = [a for a in held.acts if a["by"] == str(by.id)]
    if any(a["action"] == "recuse" and step is not None and a["step"] == step.key for a in mine):
        raise NotYours("recused", _("You stepped back from this case. Somebody else must take this step."))
    if duty and any(a["duty"] in opposed(duty) for a in mine):
        raise NotYours("duties_apart", APART)
    if step is not None and any(a["step"] in step.not_same_as for a in mine):
        raise NotYours("four_eyes", _("You did an earlier step of this case. A colleague must do this one."))
