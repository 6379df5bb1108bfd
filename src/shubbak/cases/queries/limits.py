"""A case's limits, as they run."""

from __future__ import annotations

from datetime import date

from shubbak.flow.definition import ServiceDefinition

from ..models import Case
from .views import LimitView


def limits(case: Case, service: ServiceDefinition) -> tuple[LimitView, ...]:
    """Every limit that has begun, in the definition's order."""
    rows = {row["key"]: row for row in case.limits}
    views = []
    for limit in service.limits:
        row = rows.get(limit.key)
        if row is None:
            continue
        views.append(
            LimitView(
                key=limit.key,
                kind=limit.kind,
                name=limit.name,
                days=limit.days,
                unit=limit.unit,
                started=date.fromisoformat(row["started"]),
                due=date.fromisoformat(row["due"]) if row["due"] else None,
                met=date.fromisoformat(row["met"]) if row["met"] else None,
                source=limit.source,
                illustrative=limit.illustrative,
                tacit=limit.tacit.decision if limit.tacit else "",
                article=limit.tacit.article if limit.tacit else None,
            )
        )
    return tuple(views)
