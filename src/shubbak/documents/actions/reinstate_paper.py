"""Let a suspended paper be in force again."""

from __future__ import annotations

from uuid import UUID

from shubbak.kernel.actor import Actor

from ..models import Paper
from ..states import PaperStatus
from .turn_paper import turn_paper


def reinstate_paper(*, by: Actor, paper_id: UUID, reason: str) -> Paper:
    """Let a suspended paper be in force again; the status list and every verification say so from now on. NotNow when it is in no state for it."""
    return turn_paper(by=by, paper_id=paper_id, reason=reason, to=PaperStatus.VALID, act="documents.reinstated")
