"""What a permit's QR says: no national id, no phone, the holder's name masked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Any

from shubbak.kernel import clock

from ..states import ENTRIES
from .cose import Forged

PERMIT = -70001
_TEXTS = {0: "kind", 1: "number", 3: "status_list", 4: "holder", 5: "place", 6: "use", 7: "area"}
_WHOLE = {2: "status_index"}


@dataclass(frozen=True, slots=True)
class PermitClaims:
    """The signed statement: who issued which permit, to whom (masked), where, for what, from when until when (UTC)."""

    issuer: str
    kind: str
    number: str
    holder: str
    place: str
    use: str
    area: str
    issued_at: datetime
    expires_at: datetime | None
    status_list: str = ""
    status_index: int = 0

    @property
    def valid_until(self) -> date | None:
        """The last day in force, as Cairo counts days; `expires_at` is the moment after it."""
        return clock.cairo(self.expires_at - timedelta(seconds=1)).date() if self.expires_at else None


def masked_name(name: str) -> str:
    """`محمد ع. ا.`: the first word whole, of every other its first letter."""
    first, *rest = name.split() or [""]
    return " ".join([first, *(f"{word[0]}." for word in rest)])


def to_map(claims: PermitClaims) -> dict[int, Any]:
    """The CWT claims map (RFC 8392) with the permit under a private integer key; empty texts are left out."""
    permit: dict[int, Any] = {key: getattr(claims, name) for key, name in _TEXTS.items() if getattr(claims, name)}
    permit.update({key: getattr(claims, name) for key, name in _WHOLE.items()})
    claimed: dict[int, Any] = {1: claims.issuer, 6: int(claims.issued_at.timestamp()), PERMIT: permit}
    if claims.expires_at is not None:
        claimed[4] = int(claims.expires_at.timestamp())
    return claimed


def from_map(claimed: dict[Any, Any]) -> PermitClaims:
    """The claims; Forged when a key is missing, foreign, or of another type."""
    permit = claimed.get(PERMIT)
    if set(claimed) - {4} != {1, 6, PERMIT} or type(permit) is not dict or type(claimed[1]) is not str:
        raise Forged("not the claims of a permit")
    if not {0, 1, 2, 3} <= set(permit) <= set(_TEXTS) | set(_WHOLE):
        raise Forged("not the claims of a permit")
    if any(type(v) is not (str if k in _TEXTS else int) for k, v in permit.items()):
        raise Forged("a claim of another type")
    if not 0 <= permit[2] < ENTRIES:
        raise Forged("no such place in a status list")
    return PermitClaims(
        issuer=claimed[1],
        issued_at=_moment(claimed[6]),
        expires_at=_moment(claimed[4]) if 4 in claimed else None,
        **{name: permit.get(key, "") for key, name in _TEXTS.items()},
        **{name: permit[key] for key, name in _WHOLE.items()},
    )


def _moment(value: Any) -> datetime:
    if type(value) is not int or not 0 < value < 1 << 33:
        raise Forged("not a moment")
    return datetime.fromtimestamp(value, timezone.utc)
