"""The papers we issued on a case."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from shubbak.flow.definition import ServiceDefinition
from shubbak.flow.words import Text

from ..models import Case
from .views import PaperView

_PAPERS = """
SELECT p.id, c.key, p.kind, p.number, p.status, p.issued_at, p.valid_until
FROM cases_casepaper c JOIN documents_paper p ON p.id = c.paper_id WHERE c.case_id = %s ORDER BY p.issued_at, c.id
"""
NAMES = {
    "slip": Text("إيصال استلام الطلب", "Receipt of the request"),
    "receipt": Text("إيصال سداد (33 ع.ح)", "Payment receipt (form 33)"),
}


class PaperRow(NamedTuple):
    """A joined row, its columns in the order of the statement."""

    id: UUID
    key: str
    kind: str
    number: str
    status: str
    issued_at: datetime
    valid_until: date | None


def paper(row: dict[str, Any], service: ServiceDefinition) -> PaperView:
    """One paper from the JSON of `compiled.PAPER`."""
    until = row["valid_until"]
    given = row | {
        "id": UUID(row["id"]),
        "issued_at": datetime.fromisoformat(row["issued_at"]),
        "valid_until": date.fromisoformat(until) if until else None,
    }
    return _view(PaperRow(**given), service)


def case_papers(case: Case, service: ServiceDefinition) -> tuple[PaperView, ...]:
    """Slip, receipts and outputs, oldest first; one statement."""
    with connection.cursor() as cursor:
        cursor.execute(_PAPERS, [case.id])
        return tuple(_view(PaperRow(*row), service) for row in cursor.fetchall())


def _view(row: PaperRow, service: ServiceDefinition) -> PaperView:
    name = NAMES.get(row.key) or (service.output.name if service.output else Text(row.key, row.key))
    return PaperView(
        id=row.id,
        key=row.key,
        kind=row.kind,
        number=row.number,
        name=name,
        status=row.status,
        issued_at=row.issued_at,
        valid_until=row.valid_until,
    )
