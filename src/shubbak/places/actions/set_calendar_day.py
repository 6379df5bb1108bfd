"""Make a day worked or free, as a decision said."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.kernel.events import announce
from shubbak.kernel.refusal import Invalid, NotThere
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from ..events import CalendarDayDecided
from ..models import CalendarDay
from ..queries import forget_calendar
from ..rules import may_change_country


@whole
def set_calendar_day(*, by: Actor, day: date, is_working: bool, name_ar: str, name_en: str, source: str) -> CalendarDay:
    """Override one day; the latest decision wins. `source` names the decision and is asked for.

    What is counted from now on sees the change within a minute. Announces CalendarDayDecided, so that what was counted
    before is counted anew.
    """
    if not may_change_country(by):
        raise NotThere("calendar", _("There is no such page."))
    if not source.strip():
        raise Invalid("source_missing", _("Name the decision that moved this day: its number and date."))
    values = {"is_working": is_working, "name_ar": name_ar, "name_en": name_en, "source": source}
    row, _created = CalendarDay.objects.update_or_create(date=day, defaults={**values, "changed_at": clock.now()})
    facts = {"date": day, "is_working": is_working, "source": source}
    record(by=by, act="places.calendar_day_set", subject="calendar_day", subject_id=None, unit="EG", facts=facts)
    forget_calendar()
    announce(CalendarDayDecided(day, is_working, row.changed_at))
    return row
