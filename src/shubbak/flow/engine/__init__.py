"""The engine: given a definition, where a case stands and what somebody did, it says what happens next.

It writes nothing.

A case is a set of tokens. A Plan is the difference one event makes: the caller closes, cancels and opens rows by it.
Facts are the answers by key (of the form and of later steps, as `answers.check` leaves them) with `applicant_kind`,
`unit_kind` and `today`; `decision` and `paid` the engine adds.
"""

from .position import (
    Facts,
    Group,
    Opened,
    Plan,
    Position,
    Token,
    after,
    groups_from_json,
    groups_to_json,
)
from .states import contradicts, state_of
from .verbs import (
    act,
    available,
    issued,
    lapse,
    paid,
    start,
    tacit,
    tacit_applies,
    withdraw,
)
from .walk import Endless

__all__ = [
    "Endless",
    "Facts",
    "Group",
    "Opened",
    "Plan",
    "Position",
    "Token",
    "act",
    "after",
    "available",
    "contradicts",
    "groups_from_json",
    "groups_to_json",
    "issued",
    "lapse",
    "paid",
    "start",
    "state_of",
    "tacit",
    "tacit_applies",
    "withdraw",
]
