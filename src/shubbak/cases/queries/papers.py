"""The papers we issued on a case."""

from __future__ import annotations

from shubbak.flow.definition import ServiceDefinition
from shubbak.flow.words import Text

from ..models import Case, CasePaper
from .views import PaperView

NAMES = {
    "slip": Text("إيصال استلام الطلب", "Receipt of the request"),
    "receipt": Text("إيصال سداد (33 ع.ح)", "Payment receipt (form 33)"),
}


def case_papers(case: Case, service: ServiceDefinition) -> tuple[PaperView, ...]:
    """Slip, receipts and outputs, oldest first; one statement."""
    rows = CasePaper.objects.filter(case=case).select_related("paper").order_by("paper__issued_at", "id")
    return tuple(_view(row, service) for row in rows)


def _view(row: CasePaper, service: ServiceDefinition) -> PaperView:
    name = NAMES.get(row.key) or (service.output.name if service.output else Text(row.key, row.key))
    paper = row.paper
    return PaperView(
        id=paper.id,
        key=row.key,
        kind=paper.kind,
        number=paper.number,
        name=name,
        status=paper.status,
        issued_at=paper.issued_at,
        valid_until=paper.valid_until,
    )
