"""Take the case back at the applicant's wish."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from shubbak.flow import engine
from shubbak.kernel.actor import Actor
from shubbak.kernel.arabic import visible
from shubbak.kernel.refusal import NotNow, NotThere
from shubbak.trail.whole import whole

from .. import rules
from ..held import hold
from ..models import Case
from ..states import ENDED, Duty
from .guard import guard
from .move import Deed, move


@whole
def withdraw(*, by: Actor, case_id: UUID | str, note: str = "") -> Case:
    """End a running case, named by its key or its number, as withdrawn; the window clerk does it for the
    citizen. Unpaid invoices are cancelled."""
    held = hold(case_id, by=by)
    if not rules.may_register(by, held.case.path):
        raise NotThere("no_such_action", _("There is no such action at this step."))
    if held.case.state in ENDED:
        raise NotNow("ended", _("This case has ended. It cannot be withdrawn."))
    guard(held, by=by, step=None, duty=Duty.FRONT)
    plan = engine.withdraw(held.service, held.position(), held.facts())
    deed = Deed(by=by, action="withdraw", kind="withdraw", duty=Duty.FRONT, note=visible(note), for_citizen=True)
    move(held, plan=plan, deed=deed)
    return held.case
