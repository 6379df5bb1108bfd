"""A decision moves a day: running cases are counted anew, in the background, and told why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from procrastinate.contrib.django import models as queue

from shubbak.cases.actions import recount
from shubbak.cases.jobs import recount_cases
from shubbak.cases.models import Case, MovedDate, Task
from shubbak.kernel import clock
from shubbak.kernel.actor import SYSTEM
from shubbak.places.actions import set_calendar_day
from shubbak.places.queries import forget_calendar
from shubbak.trail.models import Entry

from . import kiosk
from .test_statements import counted
from .town import Town

SUNDAY = datetime(2026, 2, 1, 9, tzinfo=clock.CAIRO)
FEAST = {"name_ar": "عيد الفطر المبارك", "name_en": "Eid al-Fitr", "source": "قرار رئيس مجلس الوزراء 7 لسنة 2026"}


@pytest.fixture
def stalls(town: Town, tmp_path: Path) -> Iterator[Town]:
    forget_calendar()
    kiosk.publish(tmp_path)
    yield town
    forget_calendar()


def decide(*days: date, working: bool = False) -> datetime:
    """Decide upon days; the moment since which a recount looks."""
    for day in days:
        set_calendar_day(by=SYSTEM, day=day, is_working=working, **FEAST)
    return clock.now()


def whole_walk(since: datetime, *, limit: int = 500) -> int:
    """Walk all running cases; how many batches that took."""
    last, batches = recount(by=SYSTEM, since=since, limit=limit), 1
    while last is not None:
        last, batches = recount(by=SYSTEM, since=since, after=last, limit=limit), batches + 1
    return batches


def test_a_day_off_moves_the_promise_and_names_the_decision(stalls: Town) -> None:
    with clock.held(SUNDAY):
        case = kiosk.ask(stalls).case
        stalls.pay(case)
        since = decide(date(2026, 2, 9), date(2026, 2, 10))
        assert whole_walk(since) == 1
        again = stalls.again(case.pk)
    assert (case.promised_on, again.promised_on) == (date(2026, 2, 15), date(2026, 2, 17))
    move = MovedDate.objects.get(case=case)
    assert (move.before, move.after, move.act) == (date(2026, 2, 15), date(2026, 2, 17), None)
    assert move.why_en.startswith("Monday, 9 February 2026 became a day off: Eid al-Fitr (")
    assert "Tuesday, 10 February 2026" in move.why_en
    assert move.why_ar.startswith(
        "صار الاثنين 9 فبراير 2026 إجازة: عيد الفطر المبارك (قرار رئيس مجلس الوزراء 7 لسنة 2026)."
    )
    told = Entry.objects.get(act="cases.date_moved")
    assert (told.subject_id, told.facts["from"], told.facts["to"]) == (case.pk, "2026-02-15", "2026-02-17")


def test_a_working_day_moves_it_back(stalls: Town) -> None:
    with clock.held(SUNDAY):
        case = kiosk.ask(stalls).case
        whole_walk(decide(date(2026, 2, 9)))
        clock.advance(timedelta(hours=1))
        whole_walk(decide(date(2026, 2, 9), working=True))
    last = MovedDate.objects.filter(case=case).latest("at")
    assert (last.before, last.after) == (date(2026, 2, 16), date(2026, 2, 15))
    assert last.why_en.startswith("Monday, 9 February 2026 became a working day")


def test_steps_and_the_next_waking_move_with_it(stalls: Town) -> None:
    with clock.held(SUNDAY):
        case = kiosk.ask(stalls).case
        stalls.pay(case)
        before = stalls.open(case).due_on, stalls.again(case.pk).wakes_on
        whole_walk(decide(date(2026, 2, 3)))
        after = stalls.open(case).due_on, stalls.again(case.pk).wakes_on
    assert before == (date(2026, 2, 4), date(2026, 2, 8))
    assert after == (date(2026, 2, 5), date(2026, 2, 9))


def test_only_running_cases_that_count_those_days_are_touched(stalls: Town) -> None:
    with clock.held(SUNDAY):
        ended, running = kiosk.ask(stalls).case, kiosk.ask(stalls).case
        from shubbak.cases.actions import withdraw

        withdraw(by=stalls.clerk, case_id=ended.pk)
        kept = Case.objects.get(pk=ended.pk).changed_at, Case.objects.get(pk=running.pk).changed_at
        clock.advance(timedelta(hours=1))
        whole_walk(decide(date(2026, 6, 1)))
        clock.advance(timedelta(hours=1))
        assert (Case.objects.get(pk=ended.pk).changed_at, Case.objects.get(pk=running.pk).changed_at) == kept
        whole_walk(decide(date(2026, 2, 5)))
        assert Case.objects.get(pk=ended.pk).changed_at == kept[0]
        assert set(MovedDate.objects.values_list("case_id", flat=True)) == {running.pk}


def test_it_walks_in_batches_and_twice_is_once(stalls: Town) -> None:
    with clock.held(SUNDAY):
        cases = [kiosk.ask(stalls).case for _ in range(5)]
        since = decide(date(2026, 2, 9))
        assert whole_walk(since, limit=2) == 3
        assert whole_walk(since, limit=2) == 3
    assert MovedDate.objects.count() == len(cases)
    assert set(Case.objects.values_list("promised_on", flat=True)) == {date(2026, 2, 16)}


def test_a_batch_costs_the_same_whatever_is_in_it(stalls: Town) -> None:
    with clock.held(SUNDAY):
        kiosk.ask(stalls)
        one = counted(lambda: whole_walk(decide(date(2026, 2, 9))))
        for _ in range(6):
            kiosk.ask(stalls)
        many = counted(lambda: whole_walk(decide(date(2026, 2, 10))))
    assert len(many) == len(one), "\n".join(sql[:110] for sql in many)


def test_the_decision_writes_the_job_and_a_job_the_next(stalls: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    from shubbak.cases.actions import recount as module  # the function; its default is read from the room below

    with clock.held(SUNDAY):
        for _ in range(3):
            kiosk.ask(stalls)
        since = decide(date(2026, 2, 9))
        (first,) = queue.ProcrastinateJob.objects.filter(task_name="cases.recount")
        assert first.args == {"since": since.isoformat()}
        assert first.scheduled_at is not None and first.lock == "cases.recount"
        monkeypatch.setitem(module.__wrapped__.__kwdefaults__, "limit", 2)
        recount_cases(since=since.isoformat())
        after = Case.objects.order_by("pk")[1].pk
        (_, following) = queue.ProcrastinateJob.objects.filter(task_name="cases.recount").order_by("id")
        assert following.args == {"since": since.isoformat(), "after": str(after)}
        assert MovedDate.objects.count() == 2
        recount_cases(**following.args)
    assert MovedDate.objects.count() == 3
    assert queue.ProcrastinateJob.objects.filter(task_name="cases.recount").count() == 2


def test_a_case_that_cannot_be_counted_stops_nobody(stalls: Town, caplog: pytest.LogCaptureFixture) -> None:
    with clock.held(SUNDAY):
        broken, sound = kiosk.ask(stalls).case, kiosk.ask(stalls).case
        Task.objects.filter(case=broken).update(step="no-such-step")
        whole_walk(decide(date(2026, 2, 9)))
    assert [row.case_id for row in MovedDate.objects.all()] == [sound.pk]
    assert str(broken.pk) in caplog.text
