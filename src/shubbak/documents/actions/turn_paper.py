"""Move a paper from one status to another: the one place where a status is written."""

from __future__ import annotations

from hashlib import sha256
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from shubbak.kernel import clock, keys
from shubbak.kernel.actor import Actor
from shubbak.kernel.arabic import visible
from shubbak.kernel.refusal import Fault, Invalid, NotNow, NotThere
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from ..models import Paper
from ..rules import may_turn
from ..states import MOVES, PaperStatus

REASON = "documents.reason"
ACTS = {"suspend": "suspended", "reinstate": "reinstated", "revoke": "revoked"}


@whole
def turn_paper(*, by: Actor, paper_id: UUID, reason: str, verb: str) -> Paper:
    """Suspend, reinstate or revoke a signed paper, for a reason, by a head of the unit that issued it.

    NotThere for whoever may not, Invalid without a reason, NotNow when its status does not allow it.
    """
    paper = Paper.objects.select_for_update().filter(pk=paper_id).exclude(token="").first()
    if paper is None or not may_turn(by, paper):
        raise NotThere("no_such_paper", _("There is no such paper."))
    if not visible(reason):
        wanted = _("Write the reason: it stays in the paper's history.")
        raise Invalid("reason", wanted, faults=[Fault("reason", "required", wanted)])
    allowed, to = MOVES[verb]
    if PaperStatus(paper.status) not in allowed:
        raise NotNow("status", _("The paper's state does not allow this. Open it again to see its state now."))
    sealed = keys.ring().seal_text(visible(reason), REASON)
    Paper.objects.filter(pk=paper.pk).update(status=to, reason_sealed=sealed, turned_at=clock.now())
    paper.status = to
    facts = {"number": paper.number, "check_code": paper.check_code, "reason": sha256(sealed).hexdigest()}
    record(by=by, act=f"documents.{ACTS[verb]}", subject="paper", subject_id=paper.id, unit=paper.unit, facts=facts)
    return paper
