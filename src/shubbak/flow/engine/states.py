"""The state of a case, read off its open tokens and its decision."""

from __future__ import annotations

from collections.abc import Iterable

from ..definition import ServiceDefinition
from .position import Token

FINAL = ("approval", "refusal")


def state_of(
    service: ServiceDefinition, tokens: Iterable[Token], decision: str | None, *, beginning: bool = False
) -> str:
    """What the citizen is told while tokens are open.

    What waits on her comes first (an answer, then a payment); then "approved" once the positive decision is made and
    only the office's own issuing and handing over remain; "submitted" until somebody acts; else "in_progress".
    """
    kinds = {service.step(token.step).kind for token in tokens if not token.parked}
    if "citizen" in kinds:
        return "waiting_citizen"
    if "payment" in kinds:
        return "waiting_payment"
    if decision == "approval":
        return "approved"
    return "submitted" if beginning else "in_progress"


def contradicts(decision: str | None, new: str | None) -> bool:
    """Whether a new decision would go against a final one."""
    return decision in FINAL and new is not None and new != decision
