"""Let a suspended paper be in force again."""

from __future__ import annotations

from uuid import UUID

from shubbak.kernel.actor import Actor

from ..models import Paper
from .turn_paper import turn_paper


def reinstate_paper(*, by: Actor, paper_id: UUID, reason: str) -> Paper:
    """Let a suspended paper be in force again, and say so at every verification. NotNow when it is not suspended."""
    return turn_paper(by=by, paper_id=paper_id, reason=reason, verb="reinstate")
