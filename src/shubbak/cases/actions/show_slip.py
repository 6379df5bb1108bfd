"""Give the citizen the slip of her request."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from shubbak.catalogue.queries import version
from shubbak.documents.actions import issue_paper
from shubbak.flow.definition import ServiceDefinition
from shubbak.kernel.actor import Actor
from shubbak.kernel.refusal import NotThere
from shubbak.places import queries as places
from shubbak.trail.whole import whole

from .. import rules
from ..models import Case, CaseDocument, CasePaper, Task
from ..queries.blindness import file_names, is_blind
from ..queries.limits import moves
from ..queries.money import case_invoices
from ..queries.track import code_of
from .paper_facts import both, case_facts

SLIP = "slip"


@whole
def show_slip(*, by: Actor, case_id: UUID) -> Any:
    """The slip (إيصال استلام) of a case: made the first time it is asked for, the same paper ever after."""
    case = rules.visible_to(by).filter(pk=case_id).select_for_update(of=("self",)).first()
    if case is None:
        raise NotThere("no_such_case", _("There is no such case."))
    service = version(case.version_id)
    if is_blind(by, service, home=places.unit(case.unit_id)):
        raise NotThere("no_such_paper", _("There is no such paper."))
    known = CasePaper.objects.filter(case=case, key=SLIP).select_related("paper").first()
    if known is not None:
        return known.paper
    paper = issue_paper(
        by=by,
        kind=SLIP,
        number=case.number,
        subject_id=case.id,
        unit=case.unit_id,
        facts=_facts(case, service),
        template=SLIP,
    )
    CasePaper.objects.create(case=case, paper=paper, key=SLIP)
    return paper


def _facts(case: Case, service: ServiceDefinition) -> dict[str, Any]:
    code = code_of(case)
    names = {d.key: d.name for d in service.documents} | file_names(service)
    brought = CaseDocument.objects.filter(case=case, step="").order_by("added_at", "id")
    invoices = case_invoices(case.id, list(Task.objects.filter(case=case)))
    return {
        **case_facts(case, service),
        "code": code,
        "track_url": f"{settings.SHUBBAK_PUBLIC_URL.upper()}/T/{case.number}-{code}",
        "documents": [
            {"name": both(names[row.kind]), "original": row.seen_original, "file": row.upload_id is not None}
            for row in brought
        ],
        "fees": [{"label": both(ln.label), "amount": str(ln.amount)} for inv in invoices for ln in inv.lines],
        "total": str(invoices[0].total) if invoices else "",
    }
