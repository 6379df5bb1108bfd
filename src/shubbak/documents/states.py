"""The states of an issued paper and how it moves between them."""

from __future__ import annotations

from enum import StrEnum


class PaperStatus(StrEnum):
    """What the issuer says of a paper today. Expiry is not a status: it is a date."""

    VALID = "valid"
    SUSPENDED = "suspended"
    REVOKED = "revoked"


class Standing(StrEnum):
    """What a verifier says of a token."""

    VALID = "valid"
    EXPIRED = "expired"
    SUSPENDED = "suspended"
    REVOKED = "revoked"
    UNKNOWN = "unknown"
    FORGED = "forged"


class KeyStatus(StrEnum):
    """Whether what a key signed is to be believed."""

    ACTIVE = "active"
    COMPROMISED = "compromised"


# verb -> (from, to); revocation is for ever
MOVES: dict[str, tuple[frozenset[PaperStatus], PaperStatus]] = {
    "suspend": (frozenset({PaperStatus.VALID}), PaperStatus.SUSPENDED),
    "reinstate": (frozenset({PaperStatus.SUSPENDED}), PaperStatus.VALID),
    "revoke": (frozenset({PaperStatus.VALID, PaperStatus.SUSPENDED}), PaperStatus.REVOKED),
}

# places in one status list; a round number of bytes, large enough that a random place tells nothing
ENTRIES = 131_072

# the two bits of a status list; 3 is never used
STATUS_BITS = {PaperStatus.VALID: 0, PaperStatus.REVOKED: 1, PaperStatus.SUSPENDED: 2}
