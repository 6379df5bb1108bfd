"""How values read on a screen: Latin digits, isolated numbers, Arabic plurals that are right."""

from __future__ import annotations

from calendar import day_name, month_name
from datetime import date, datetime
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext

from shubbak.kernel.clock import cairo
from shubbak.kernel.money import Money

MONTHS = {
    "ar": tuple("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()),  # noqa: SIM905
    "en": tuple(month_name[1:]),
}
WEEKDAYS = {
    "ar": tuple("الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد".split()),  # noqa: SIM905
    "en": tuple(day_name),
}
COMMA = {"ar": "، ", "en": ", "}
HIDDEN = "•"


def language() -> str:
    """`ar` or `en`, the language being written; Arabic when nothing is chosen."""
    return "en" if (get_language() or "ar").startswith("en") else "ar"


def said(text: Any) -> str:
    """A text kept in both languages (`.ar`/`.en`, or a mapping) in the reader's one; the other when it is missing."""
    if text is None:
        return ""
    first, second = ("ar", "en") if language() == "ar" else ("en", "ar")
    if isinstance(text, dict):
        return str(text.get(first) or text.get(second) or "")
    if hasattr(text, "ar") and hasattr(text, "en"):
        return str(getattr(text, first) or getattr(text, second))
    return str(text)


def ltr(text: Any) -> SafeString:
    """A number, code or reference kept in its own order inside Arabic."""
    return format_html('<bdi dir="ltr" class="num">{}</bdi>', text) if text not in (None, "") else SafeString("")


def isolate(text: Any) -> SafeString:
    """A name or free text, in whichever direction it has, that cannot disturb what surrounds it."""
    return format_html('<bdi dir="auto">{}</bdi>', text) if text not in (None, "") else SafeString("")


def amount(value: Money | int) -> str:
    """`1,250.50`: what stands before the currency. An int is piastres."""
    money = value if isinstance(value, Money) else Money(value)
    return f"{money.pounds:,.2f}"


def money(value: Money | int | None) -> SafeString:
    """`361.00 جنيه`, or `EGP 361.00` in English. An int is piastres."""
    if value is None or value == "":
        return SafeString("")
    shown = ltr(amount(value))
    shape = '<span class="money">EGP {}</span>' if language() == "en" else '<span class="money">{} جنيه</span>'
    return format_html(shape, shown)


def day_text(value: date) -> str:
    """`22 نوفمبر 2026` in the Cairo day of a moment."""
    value = cairo(value).date() if isinstance(value, datetime) else value
    return f"{value.day} {MONTHS[language()][value.month - 1]} {value.year}"


def weekday_text(value: date) -> str:
    """`الأحد 22 نوفمبر 2026`."""
    local = cairo(value).date() if isinstance(value, datetime) else value
    joint = " " if language() == "ar" else ", "
    return f"{WEEKDAYS[language()][local.weekday()]}{joint}{day_text(local)}"


def clock_text(value: datetime) -> str:
    """`10:42 ص` on a Cairo clock."""
    local = cairo(value)
    half = ("ص" if local.hour < 12 else "م") if language() == "ar" else ("am" if local.hour < 12 else "pm")
    return f"{local.hour % 12 or 12}:{local.minute:02d} {half}"


def moment_text(value: datetime) -> str:
    """`22 نوفمبر 2026، 10:42 ص`."""
    return f"{day_text(value)}{COMMA[language()]}{clock_text(value)}"


def timed(value: date | None, text: str) -> SafeString:
    """`text` as a `<time>` that machines can read too."""
    if not value:
        return SafeString("")
    stamp = cairo(value).isoformat(timespec="minutes") if isinstance(value, datetime) else value.isoformat()
    return format_html('<time datetime="{}">{}</time>', stamp, text)


def working_days(count: int) -> str:
    """`يوم عمل واحد`, `يوما عمل`, `3 أيام عمل`, `11 يوم عمل`."""
    return ngettext("%(n)d working day", "%(n)d working days", count) % {"n": count}


def calendar_days(count: int) -> str:
    """`يوم واحد`, `يومان`, `3 أيام`, `11 يومًا`, `100 يوم`."""
    return ngettext("%(n)d day", "%(n)d days", count) % {"n": count}


def left(count: int, unit: str = "working") -> str:
    """What is left of a limit: `باقٍ يوم عمل واحد`, `اليوم آخر يوم`, `متأخر 3 أيام`."""
    if count == 0:
        return gettext("Last day is today")
    size = abs(count)
    if unit == "working":
        ahead = ngettext("%(n)d working day left", "%(n)d working days left", size)
        behind = ngettext("%(n)d working day late", "%(n)d working days late", size)
    else:
        ahead = ngettext("%(n)d day left", "%(n)d days left", size)
        behind = ngettext("%(n)d day late", "%(n)d days late", size)
    return (ahead if count > 0 else behind) % {"n": size}


def tone(count: int | None, near: int = 2) -> str:
    """The colour of a limit by what is left of it: brick when late, sun when near, nile otherwise."""
    if count is None:
        return "soft"
    return "brick" if count < 0 else "sun" if count <= near else "nile"


def mask(text: Any, shown: int = 4) -> str:
    """`••••••••••0019`: all but the last characters hidden."""
    text = str(text or "")
    return HIDDEN * max(len(text) - shown, 0) + text[max(len(text) - shown, 0) :]


def weight(size: int) -> str:
    """A file's size in words a person uses: `340 KB`, `2.4 MB`."""
    if size < 1_000_000:
        return gettext("%(n)s KB") % {"n": max(1, round(size / 1000))}
    return gettext("%(n)s MB") % {"n": f"{size / 1_000_000:.1f}"}
