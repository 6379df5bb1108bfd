"""A case's limits, as they run, and the moves of its dates."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from shubbak.flow.definition import Limit, ServiceDefinition
from shubbak.flow.words import Text
from shubbak.kernel import clock
from shubbak.places import queries as places

from ..models import Case
from ..reckoning import stopped
from .views import LimitView, MoveView


def dates(case: Case, service: ServiceDefinition) -> dict[str, Any]:
    """What a view of a case read `with_moves` says of its dates."""
    moved = moves(case, service)
    running = limits(case, service, moved)
    spoken = next((one for one in running if one.key == case.decided_by_law), None)
    return {
        "promised_on": case.promised_on,
        "law_due_on": case.law_due_on,
        "by_law": spoken if case.decided_by_law else None,
        "limits": running,
        "moves": moved,
    }


def limits(case: Case, service: ServiceDefinition, moved: tuple[MoveView, ...]) -> tuple[LimitView, ...]:
    """Every limit that has begun, in the definition's order, with the moves it caused."""
    rows = {row["key"]: row for row in case.limits}
    return tuple(
        _view(limit, rows[limit.key], tuple(move for move in moved if move.limit == limit.key))
        for limit in service.limits
        if limit.key in rows
    )


def moves(case: Any, service: ServiceDefinition) -> tuple[MoveView, ...]:
    """How the dates of a case read `with_moves` were moved, oldest first."""
    names = {limit.key: limit.name for limit in service.limits}
    return tuple(
        MoveView(
            at=clock.cairo(datetime.fromisoformat(row["at"])),
            kind=row["kind"],
            limit=row["limit"],
            name=names.get(row["limit"]),
            before=_day(row["before"]),
            after=_day(row["after"]),
            why=Text(row["ar"], row["en"]),
        )
        for row in case.moves
    )


def _view(limit: Limit, row: dict[str, Any], moved: tuple[MoveView, ...]) -> LimitView:
    since = _day(row["paused"][-1][0]) if not row["met"] and stopped(row) else None
    due = _day(row["due"])
    return LimitView(
        key=limit.key,
        kind=limit.kind,
        name=limit.name,
        days=limit.days,
        unit=limit.unit,
        started=date.fromisoformat(row["started"]),
        due=due,
        met=_day(row["met"]),
        stopped=since,
        left=_left(limit, since, due) if since and due else None,
        moves=moved,
        source=limit.source,
        illustrative=limit.illustrative,
        tacit=limit.tacit.decision if limit.tacit else "",
        article=limit.tacit.article if limit.tacit else None,
    )


def _left(limit: Limit, since: date, due: date) -> int:
    working = limit.unit == "working"
    return max(0, places.calendar().working_between(since, due) if working else (due - since).days)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
