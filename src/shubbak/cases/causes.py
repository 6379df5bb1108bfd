"""Why a date moved, in both languages: what is kept with the move and told to whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache

from django.utils.translation import gettext as _
from django.utils.translation import override

from shubbak.design.formats import calendar_days, said, weekday_text, working_days
from shubbak.flow.definition import Limit, ServiceDefinition
from shubbak.flow.words import Text
from shubbak.places.queries import DecidedDay


def began(limit: Limit, service: ServiceDefinition) -> Text:
    """A limit whose count began after the request was made, or began anew."""
    if limit.starts.startswith("step:"):
        step = service.step(limit.starts.removeprefix("step:")).name
        return _both(lambda: _("The count began with the step “%(step)s”.") % {"step": said(step)})
    return _both(
        lambda: {
            "fee_paid": _("The count began on the day of payment."),
            "notice": _("The count began on the day you were told."),
        }.get(limit.starts, _("The file was completed, and the count began on that day."))
    )


def waited(state: str, days: int, unit: str) -> Text:
    """The count stopped in `state` for so many of the days it counts."""

    def words() -> str:
        told = {"days": working_days(days) if unit == "working" else calendar_days(days)}
        if state == "waiting_citizen":
            return _("Your file waited for you (%(days)s).") % told
        if state == "waiting_payment":
            return _("We waited for your payment (%(days)s).") % told
        return _("The count was stopped (%(days)s).") % told

    return _both(words)


def unpaid() -> Text:
    """The receipt of the payment that had begun the count is void."""
    return _both(lambda: _("The receipt was cancelled, and the count that began with the payment is undone."))


@lru_cache(256)
def decided(days: tuple[DecidedDay, ...]) -> Text:
    """Decisions made these days free, or worked; the same words for thousands of cases."""

    def words() -> str:
        return " ".join(_decided(one) for one in days)

    return _both(words)


def _decided(one: DecidedDay) -> str:
    told = {"day": weekday_text(one.date), "name": said(Text(one.name_ar, one.name_en)), "source": one.source}
    if one.is_working:
        return _("%(day)s became a working day: %(name)s (%(source)s).") % told
    return _("%(day)s became a day off: %(name)s (%(source)s).") % told


def met(days: Sequence[DecidedDay], *, since: date, until: date) -> tuple[DecidedDay, ...]:
    """Those of the decided days that a count from `since` to `until` meets."""
    return tuple(one for one in days if since < one.date <= until)


def _both(words: Callable[[], str]) -> Text:
    with override("ar"):
        arabic = words()
    with override("en"):
        return Text(arabic, words())
