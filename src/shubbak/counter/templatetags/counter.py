"""What the counter's templates need beside the shared components."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from shubbak.design.formats import said
from shubbak.design.templatetags.design import tag
from shubbak.kernel.money import Money
from shubbak.kernel.tafqit import LARGEST, in_words
from shubbak.places import queries as places

from ..bar import Link, links
from ..papers import PaperRow

register = template.Library()

STATES = {
    "submitted": ("nile", gettext_lazy("Submitted")),
    "in_progress": ("nile", gettext_lazy("In progress")),
    "waiting_citizen": ("sun", gettext_lazy("Waiting for the citizen")),
    "waiting_payment": ("sun", gettext_lazy("Waiting for payment")),
    "approved": ("palm", gettext_lazy("Approved")),
    "issued": ("palm", gettext_lazy("Issued")),
    "closed": ("soft", gettext_lazy("Closed")),
    "rejected": ("brick", gettext_lazy("Rejected")),
    "withdrawn": ("soft", gettext_lazy("Withdrawn")),
    "lapsed": ("brick", gettext_lazy("Lapsed")),
}


@register.simple_tag
def state(value: str) -> SafeString:
    """A case's state, in its tone and words."""
    tone, word = STATES.get(value, ("soft", value))
    return tag(tone, word)


@register.filter
def at(faults: Mapping[str, Any], place: str) -> Any:
    """What is wrong at a place of the page, or nothing."""
    return faults.get(place, "") if faults else ""


@register.simple_tag
def words(amount: Money) -> str:
    """An amount in the reader's words; nothing for one that has none."""
    return in_words(amount, get_language() or "ar") if amount <= LARGEST else ""


@register.simple_tag
def brought(rows: Iterable[PaperRow]) -> str:
    """`(3 of 4)`: how many of the papers are here."""
    every = [row for row in rows if row.asked]
    return _("(%(here)d of %(all)d)") % {"here": sum(row.brought.there for row in every), "all": len(every)}


@register.simple_tag
def brought_shape() -> str:
    """The same with its figures left open, for the page to fill."""
    return _("(%(here)d of %(all)d)").replace("%(here)d", "{here}").replace("%(all)d", "{all}")


@register.simple_tag(takes_context=True)
def door_links(context: Mapping[str, Any]) -> list[Link]:
    """The links of the bar: the rooms of the counter that are hers."""
    return links(context["request"])


@register.simple_tag(takes_context=True)
def place(context: Mapping[str, Any]) -> str:
    """Where she works, in words."""
    staff = getattr(context["request"], "staff", None)
    return said(places.unit(staff.unit_id).name) if staff else ""


@register.filter
def of(names: Mapping[Any, str], key: Any) -> str:
    """The name kept under a key, or nothing."""
    return names.get(key, "")
