"""Move a paper from one status to another: the one place where a status is written."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from shubbak.kernel.actor import Actor, ActorKind, Role
from shubbak.kernel.refusal import Fault, Invalid, NotNow, NotThere
from shubbak.places import queries as places
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from ..models import Paper
from ..states import PaperStatus

AFTER: dict[PaperStatus, set[PaperStatus]] = {
    PaperStatus.VALID: {PaperStatus.SUSPENDED, PaperStatus.REVOKED},
    PaperStatus.SUSPENDED: {PaperStatus.VALID, PaperStatus.REVOKED},
    PaperStatus.REVOKED: set(),
}


@whole
def turn_paper(*, by: Actor, paper_id: UUID, reason: str, to: PaperStatus, act: str) -> Paper:
    """Set a signed paper's status, for a reason, by a head of the unit that issued it."""
    paper = Paper.objects.select_for_update().filter(pk=paper_id).exclude(token="").first()
    allowed = paper is not None and (
        by.kind == ActorKind.SYSTEM or by.may_act({Role.UNIT_HEAD}, places.unit(paper.unit).path)
    )
    if paper is None or not allowed:
        raise NotThere("no_such_paper", _("There is no such paper."))
    if not reason.strip():
        raise Invalid("reason", _("Give the reason."), faults=[Fault("reason", "required", _("Give the reason."))])
    if to not in AFTER[PaperStatus(paper.status)]:
        raise NotNow("status", _("The paper is in no state for this."))
    Paper.objects.filter(pk=paper.pk).update(status=to)
    paper.status = to
    record(by=by, act=act, subject="paper", subject_id=paper.id, unit=paper.unit, facts={"number": paper.number})
    return paper
