"""The line of a case, drawn: what is behind, where it stands, what is ahead. Plain Python, for it is on every page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, pgettext

from .formats import day_text, isolate, moment_text, said, timed

_JOINT = " · "


def drawn(stops: Iterable[Any], *, here: Any = "", flat: bool = False) -> SafeString:
    """The line as a list; `stops` are `shapes.Stop`s or anything with `name status`, maybe `note by at due waiting`."""
    kind = "line flat" if flat else "line"
    items = "".join(_item(stop, here) for stop in stops)
    return mark_safe(f'<ol class="{kind}">{items}</ol>')  # noqa: S308  every value in it is escaped below


def _item(stop: Any, here: Any) -> str:
    now = stop.status == "now"
    waiting = " waiting" if getattr(stop, "waiting", False) else ""
    current = ' aria-current="step"' if now else ""
    done = f'<span class="visually-hidden"> {gettext("done")}</span>' if stop.status == "done" else ""
    said_here = conditional_escape(said(here) or gettext("You are here")) if now else ""
    where = f'<p class="here">{said_here}</p>' if now else ""
    more = _details(stop)
    soft = f'<p class="soft">{more}</p>' if more else ""
    name = conditional_escape(said(stop.name))
    return f'<li class="{stop.status}{waiting}"{current}><div><b>{name}</b>{done}{where}{soft}</div></li>'


def _details(stop: Any) -> str:
    parts: list[str] = []
    at, by, note = getattr(stop, "at", None), getattr(stop, "by", ""), getattr(stop, "note", "")
    due = getattr(stop, "due", None) or getattr(stop, "due_on", None)
    if at:
        parts.append(timed(at, moment_text(at)))
    if by:
        parts.append(isolate(said(by)))
    if note:
        parts.append(conditional_escape(said(note)))
    if due and stop.status != "done":
        parts.append(f"{pgettext('deadline', 'by')} {timed(due, day_text(due))}")
    return _JOINT.join(parts)
