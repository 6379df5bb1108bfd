"""Stop a paper for a time."""

from __future__ import annotations

from uuid import UUID

from shubbak.kernel.actor import Actor

from ..models import Paper
from .turn_paper import turn_paper


def suspend_paper(*, by: Actor, paper_id: UUID, reason: str) -> Paper:
    """Stop a paper for a time: every verification says so from now on. NotNow when its status forbids it."""
    return turn_paper(by=by, paper_id=paper_id, reason=reason, verb="suspend")
