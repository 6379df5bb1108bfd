"""When the background work is due: croniter reads a sixth field as seconds."""

from __future__ import annotations

from datetime import UTC, datetime

from croniter import croniter
from procrastinate.contrib.django import app

from shubbak.trail import jobs


def due(task: str, count: int) -> list[int]:
    """The first runs after a moment, in seconds from it."""
    (found,) = [p for p in app.periodic_registry.periodic_tasks.values() if p.task.name == task]
    start = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
    times = croniter(found.cron, start)
    return [int((times.get_next(datetime) - start).total_seconds()) for _ in range(count)]


def test_sealing_is_due_every_five_seconds() -> None:
    assert due(jobs.seal_entries.name, 4) == [5, 10, 15, 20]


def test_answers_are_purged_every_hour() -> None:
    assert due(jobs.purge_answers.name, 2) == [17 * 60, 77 * 60]
