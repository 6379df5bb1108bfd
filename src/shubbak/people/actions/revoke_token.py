"""Revoke an API token."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.kernel.refusal import NotThere
from shubbak.places import queries as places
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from ..models import ApiToken
from ..rules import may_run_staff


@whole
def revoke_token(*, by: Actor, token_id: UUID) -> None:
    """The token is refused from the next request on; hers to revoke, or her administrator's."""
    token = ApiToken.objects.select_related("staff").filter(pk=token_id).first()
    if token is None or not (by.id == token.staff_id or may_run_staff(by, places.unit(token.staff.unit_id).path)):
        raise NotThere("token", _("There is no such token."))
    if ApiToken.objects.filter(pk=token_id, revoked_at=None).update(revoked_at=clock.now()):
        record(by=by, act="people.token_revoked", subject="staff", subject_id=token.staff_id, facts={"token": token.pk})
