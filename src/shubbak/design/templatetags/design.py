"""The tags and filters of every template: `{% load design %}`. What each takes stands on the door plate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django import template
from django.forms import BoundField
from django.template.loader import render_to_string
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from .. import bound, formats
from ..line import drawn
from ..shapes import Choice, Question

register = template.Library()

for _name in ("said", "ltr", "isolate", "money", "working_days", "calendar_days", "mask", "weight"):
    register.filter(_name, getattr(formats, _name))


@register.filter
def day(value: date | None) -> SafeString:
    """`22 نوفمبر 2026`."""
    return formats.timed(value, formats.day_text(value)) if value else SafeString("")


@register.filter
def weekday(value: date | None) -> SafeString:
    """`الأحد 22 نوفمبر 2026`."""
    return formats.timed(value, formats.weekday_text(value)) if value else SafeString("")


@register.filter
def moment(value: datetime | None) -> SafeString:
    """`22 نوفمبر 2026، 10:42 ص`."""
    return formats.timed(value, formats.moment_text(value)) if value else SafeString("")


@register.filter
def left_working(count: int) -> str:
    """`باقٍ 3 أيام عمل`."""
    return formats.left(count, "working")


@register.filter
def left_calendar(count: int) -> str:
    """`باقٍ 3 أيام`."""
    return formats.left(count, "calendar")


@register.simple_tag
def tag(tone: str, word: Any) -> SafeString:
    """A state: a tone and always its word."""
    return format_html('<span class="tag {}">{}</span>', tone, formats.said(word))


@register.simple_tag
def due(on: date | None, left: int | None = None, unit: str = "working", near: int = 2) -> SafeString:
    """A limit as a tag coloured by what is left of it; the day itself is its title."""
    return SafeString("") if on is None else _due(on, left, unit, near, formats.language())


@lru_cache(4096)
def _due(on: date, left: int | None, unit: str, near: int, _language: str) -> SafeString:
    """Kept, since fifty lines of a list share a few days."""
    word = formats.day_text(on) if left is None else formats.left(left, unit)
    shape = '<time class="tag {}" datetime="{}" title="{}">{}</time>'
    return format_html(shape, formats.tone(left, near), on.isoformat(), formats.weekday_text(on), word)


@register.simple_tag
def key(name: str) -> SafeString:
    """The printed key of `data-key="name"`; the browser's own choice replaces it."""
    return format_html('<kbd dir="ltr" data-key-of="{}" aria-hidden="true">Alt+{}</kbd>', name, name)


@register.simple_tag
def button(label: Any, tone: str = "", key: str = "", name: str = "", value: str = "", legend: Any = "") -> SafeString:
    """A submit button. `tone`: empty for the one main act, `quiet` for others, `stop` for refusing."""
    pairs = [("name", name), ("value", value), ("data-key", key), ("data-legend", legend)]
    given = format_html_join("", ' {}="{}"', (pair for pair in pairs if pair[1]))
    printed = format_html(' <kbd dir="ltr" data-key-of="{0}" aria-hidden="true">Alt+{0}</kbd>', key) if key else ""
    return format_html('<button type="submit" class="btn {}"{}>{}{}</button>', tone or "main", given, label, printed)


@register.simple_tag
def attributes(q: Question) -> SafeString:
    """The attributes every control of a field carries: its descriptions, its error, its key, its own."""
    pairs: list[tuple[str, Any]] = [("aria-describedby", q.described_by), ("data-key", q.key)]
    if q.error:
        pairs.append(("aria-invalid", "true"))
    return format_html_join("", ' {}="{}"', [pair for pair in pairs if pair[1]] + list(q.attributes.items()))


@register.simple_tag
def of_form(q: Question) -> SafeString:
    """By which path the page's rules know a question, and that it does not apply now."""
    named = format_html(' data-field="{}"', q.path) if q.path else SafeString("")
    return named + SafeString(" hidden") if q.hidden else named


@register.simple_tag
def own_attributes(q: Question) -> SafeString:
    """A question's own attributes alone, for each of its radios and boxes."""
    return format_html_join("", ' {}="{}"', list(q.attributes.items()))


@register.simple_tag
def options(choices: Iterable[tuple[Any, Any]], chosen: Any = "") -> SafeString:
    """The options of a select with hundreds of them: one pass, not a template node for each, and kept."""
    return _written(tuple((str(value), str(word)) for value, word in choices), str(chosen or ""))


@lru_cache(64)
def _written(choices: tuple[tuple[str, str], ...], told: str) -> SafeString:
    shape = '<option value="%s"%s>%s</option>'
    return mark_safe(  # noqa: S308  (every part is escaped)
        "".join(shape % (escape(v), " selected" if v == told else "", escape(word)) for v, word in choices)
    )


@register.inclusion_tag("design/field/field.html")
def field(name: str, label: Any, kind: str = "text", choices: Iterable[Any] = (), **more: Any) -> dict[str, Any]:
    """One field from plain words; `choices` are `Choice`s or pairs; further words are those of `shapes.Question`."""
    told = tuple(one if isinstance(one, Choice) else Choice(str(one[0]), one[1]) for one in choices)
    return {"q": Question(name=name, label=label, kind=kind, choices=told, **more)}


@register.inclusion_tag("design/field/field.html")
def question(q: Question) -> dict[str, Any]:
    """One field from a `shapes.Question`."""
    return {"q": q}


@register.inclusion_tag("design/field/field.html")
def form_field(bound_field: BoundField, kind: str = "", key: str = "", style: str = "") -> dict[str, Any]:
    """One field of a Django form, with its label, help text and first error."""
    return {"q": bound.question(bound_field, kind=kind, key=key, style=style)}


@register.inclusion_tag("design/field/answer.html")
def answer(one: Any, href: str = "") -> dict[str, Any]:
    """An answer as it is shown (anything with `kind shown unit hidden rows`); `href` is where its file is read."""
    return {"one": one, "href": href}


@register.inclusion_tag("design/parts/errors.html")
def errors(found: Any) -> dict[str, Any]:
    """The error summary: links to each wrong field, takes the focus. Nothing when nothing is wrong."""
    return {"faults": bound.faults(found)}


@register.simple_tag
def line(stops: Sequence[Any], here: Any = "", flat: bool = False) -> SafeString:
    """The line of a case. `stops` are `shapes.Stop`s or anything with `name status at due by`; `here` replaces the
    words "you are here"."""
    return drawn(stops, here=here, flat=flat)


@register.inclusion_tag("design/parts/summary.html")
def summary(rows: Sequence[Any]) -> dict[str, Any]:
    """A summary list (check your answers)."""
    return {"rows": rows}


@register.inclusion_tag("design/parts/bill.html")
def bill(lines: Sequence[Any], total: Any, codes: Iterable[Any] = ()) -> dict[str, Any]:
    """What is paid, line by line: `label rule amount source illustrative`. `codes` adds the sums by settlement code for
    whoever keeps the books."""
    grounds: dict[str, list[Any]] = {}
    for one in lines:
        if one.source:
            grounds.setdefault(one.source, []).append(one.label)
    sources = [(labels, source) for source, labels in grounds.items()]
    return {"lines": lines, "total": total, "codes": codes, "sources": sources}


@register.inclusion_tag("design/parts/moves.html")
def moves(rows: Sequence[Any], named: bool = False) -> dict[str, Any]:
    """How a promised day came to be what it is: `before after why at`, oldest first; nothing when it never moved.
    `named` where several limits stand in one list, each with its `name`."""
    return {"moves": rows, "named": named}


@register.inclusion_tag("design/parts/tabs.html")
def tabs(all_tabs: Sequence[Any], label: Any = "") -> dict[str, Any]:
    """Tabs as plain links."""
    return {"tabs": all_tabs, "label": label}


@register.inclusion_tag("design/parts/tasks.html")
def tasks(items: Sequence[Any]) -> dict[str, Any]:
    """A task list with the state of each item."""
    return {"items": items}


@register.inclusion_tag("design/parts/pager.html", takes_context=True)
def pager(context: dict[str, Any], next: str | None, name: str = "after") -> dict[str, Any]:
    """A link to the next page of a list that is read by a cursor; nothing at the end of the list."""
    request = context.get("request")
    asked = request.GET.copy() if request is not None else None
    if asked is not None and next:
        asked[name] = next
    first = bool(asked is not None and request is not None and name not in request.GET)
    return {"next": next, "query": asked.urlencode() if asked is not None else f"{name}={next}", "first": first}


@register.inclusion_tag("design/parts/empty.html")
def empty(title: Any, text: Any = "", href: str = "", action: Any = "") -> dict[str, Any]:
    """An empty state: what is not there, and what to do about it."""
    return {"title": title, "text": text, "href": href, "action": action}


@register.simple_tag
def fixed(name: str) -> SafeString:
    """A piece that is the same for everybody who reads the same language: rendered once a process."""
    return _fixed(name, formats.language())


@lru_cache(maxsize=64)
def _fixed(name: str, language: str) -> SafeString:
    return render_to_string(name, {"language": language, "dir": "ltr" if language == "en" else "rtl"})


@register.inclusion_tag("design/parts/connection.html")
def connection() -> dict[str, Any]:
    """The state of the connection, kept true by connection.js."""
    return {}
