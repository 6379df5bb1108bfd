"""What the API gives back, and that it gives it once."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from shubbak.flow.words import Text
from shubbak.kernel.clock import CAIRO, cairo
from shubbak.kernel.money import Money
from shubbak.places.queries import PlaceView
from shubbak.trail.actions import Answer, once

MEDIA_TYPE = "application/json"


def encoded(told: Any) -> bytes:
    """JSON as the API writes it."""
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def given(told: Any, *, status: int = 200) -> HttpResponse:
    """An answer that is read; nobody keeps it on the way."""
    return HttpResponse(
        encoded(told), status=status, content_type=MEDIA_TYPE, headers={"Cache-Control": "private, no-store"}
    )


def listed(items: Sequence[Any], following: str | None = None) -> HttpResponse:
    """A list, with the address of the page after it."""
    return given({"items": list(items), "next": following})


def done(
    request: HttpRequest, act: Callable[[], Any], *, status: int = 200, asked: bytes | None = None
) -> HttpResponse:
    """Do `act` once for the request's Idempotency-Key and give what it tells; or what was told the first time.

    `asked` is what makes two requests the same: by default the body as it was sent.
    """
    head = f"{request.method} {request.path}\n".encode()
    answer = once(
        by=request.actor,  # type: ignore[attr-defined]
        key=request.idempotency_key,  # type: ignore[attr-defined]
        fingerprint=sha256(head + (request.body if asked is None else asked)).digest(),
        act=lambda: Answer(status, encoded(act()), MEDIA_TYPE),
    )
    return HttpResponse(
        answer.body,
        status=answer.status,
        content_type=answer.media_type,
        headers={"Cache-Control": "private, no-store"},
    )


def pdf(content: bytes, name: str) -> HttpResponse:
    """A paper to keep."""
    headers = {"Content-Disposition": f'attachment; filename="{name}.pdf"', "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def said(text: Text | None) -> str | None:
    """A text in the language asked for."""
    return text.in_language(get_language()) if text is not None else None


def moment(at: datetime | None) -> str | None:
    """A moment on a Cairo clock, with its offset."""
    return cairo(at).isoformat(timespec="seconds") if at is not None else None


def day(on: date | None) -> str | None:
    return on.isoformat() if on is not None else None


def end_of(on: date | None) -> str | None:
    """The last second of a day in Cairo: a limit of days ends with its last day."""
    return moment(datetime.combine(on, time(23, 59, 59), CAIRO)) if on is not None else None


def money(amount: Money) -> dict[str, str]:
    """An amount: text with two decimals, never a float."""
    return {"total": str(amount), "currency": "EGP"}


def place(unit: PlaceView) -> dict[str, str]:
    english = (get_language() or "ar").startswith("en")
    return {"code": unit.code, "name": unit.name_en if english else unit.name_ar, "kind": unit.kind}


def address(*parts: str, api: bool = True, **query: str) -> str:
    """An absolute address of ours, as SHUBBAK_PUBLIC_URL says."""
    path = "/".join(quote(part, safe="") for part in parts)
    asked = "&".join(f"{name}={quote(value, safe='')}" for name, value in query.items() if value)
    return f"{settings.SHUBBAK_PUBLIC_URL}/{'api/v1/' if api else ''}{path}{'?' + asked if asked else ''}"
