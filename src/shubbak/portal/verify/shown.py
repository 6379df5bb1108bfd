"""A verification as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from shubbak.catalogue.queries import once_offered
from shubbak.design.formats import isolate, ltr
from shubbak.design.shapes import Row
from shubbak.documents.permits.claims import PermitClaims
from shubbak.documents.queries import Verification
from shubbak.kernel import clock

TONES = {"valid": "", "expired": "sun", "suspended": "sun", "revoked": "brick", "unknown": "brick", "forged": "brick"}


@dataclass(frozen=True, slots=True)
class Shown:
    """The verdict in words, and what the paper's signed statement says."""

    state: str
    tone: str
    title: str
    text: str
    kind: Any
    rows: tuple[Row, ...]
    issued_at: datetime | None
    valid_until: date | None
    at: datetime
    status_list: str


def shown(found: Verification) -> Shown:
    """The page of one verification in the language now spoken."""
    claims = found.claims
    title, text = verdict(found.state)
    return Shown(
        state=found.state,
        tone=TONES[found.state],
        title=title,
        text=text,
        kind=kinds().get(claims.kind, claims.kind) if claims is not None else "",
        rows=_rows(claims, found.check_code) if claims is not None else (),
        issued_at=claims.issued_at if claims is not None else None,
        valid_until=claims.valid_until if claims is not None else None,
        at=clock.now(),
        status_list=claims.status_list if claims is not None else "",
    )


def verdict(state: str) -> tuple[str, str]:
    """What a state means for whoever holds the paper."""
    return {
        "valid": (_("Real and in force"), _("We issued this paper and it is in force now.")),
        "expired": (_("Real, but out of date"), _("We issued this paper; its time has run out.")),
        "suspended": (_("Real, but suspended"), _("We issued this paper; it is suspended until further notice.")),
        "revoked": (_("Real, but revoked"), _("We issued this paper and have withdrawn it. It is worth nothing now.")),
        "unknown": (
            _("Not in our register"),
            _("The signature is ours, but this paper is not in the register. Keep the paper and tell the centre."),
        ),
        "forged": (
            _("Not ours"),
            _(
                "This code was not issued by us, or one of its characters is wrong. "
                "Scan it once more; if it says so again, tell the centre."
            ),
        ),
    }[state]


def kinds() -> dict[str, Any]:
    """The names of the papers that services give out, by kind."""
    outputs = (published.service.output for published in once_offered())
    return {output.kind: output.name for output in outputs if output is not None}


def _rows(claims: PermitClaims, check_code: str) -> tuple[Row, ...]:
    told = (
        (_("Number"), ltr(claims.number)),
        (_("Holder"), isolate(claims.holder)),
        (_("Place"), isolate(claims.place)),
        (_("Use"), isolate(claims.use)),
        (_("Area"), isolate(claims.area)),
        (_("Check code"), ltr(check_code)),
    )
    return tuple(Row(name, value) for name, value in told if value)
