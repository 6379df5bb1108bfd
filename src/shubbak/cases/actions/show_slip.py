"""Give the citizen the slip of her request."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from shubbak.catalogue.queries import version
from shubbak.documents.actions import issue_paper
from shubbak.flow.definition import ServiceDefinition
from shubbak.kernel.actor import Actor
from shubbak.kernel.money import total
from shubbak.kernel.refusal import NotThere
from shubbak.places import queries as places
from shubbak.trail.whole import whole

from .. import rules
from ..compiled import with_moves
from ..models import Case, CaseDocument, CasePaper, Task
from ..queries.blindness import file_names, is_blind
from ..queries.limits import moves
from ..queries.money import case_invoices
from ..queries.track import code_of
from ..queries.views import MoveView
from .paper_facts import bill, both, case_facts, day

SLIP = "slip"


@whole
def show_slip(*, by: Actor, case_id: UUID) -> Any:
    """The slip (إيصال استلام) of a case: made the first time it is asked for, and the same paper until a day moves.
    Then the next one tells the new day and why; the earlier paper stays in the register."""
    case = with_moves(rules.visible_to(by)).filter(pk=case_id).select_for_update(of=("self",)).first()
    if case is None:
        raise NotThere("no_such_case", _("There is no such case."))
    service = version(case.version_id)
    if is_blind(by, service, home=places.unit(case.unit_id)):
        raise NotThere("no_such_paper", _("There is no such paper."))
    known = CasePaper.objects.filter(case=case, key=SLIP).select_related("paper").first()
    moved = moves(case, service)
    if known is not None and not any(move.at > known.paper.issued_at for move in moved):
        return known.paper
    paper = issue_paper(
        by=by,
        kind=SLIP,
        number=case.number,
        subject_id=case.id,
        unit=case.unit_id,
        facts=_facts(case, service, moved),
        template=SLIP,
    )
    if known is None:
        CasePaper.objects.create(case=case, paper=paper, key=SLIP)
    else:
        CasePaper.objects.filter(pk=known.pk).update(paper=paper)
    return paper


def _facts(case: Case, service: ServiceDefinition, moved: Iterable[MoveView]) -> dict[str, Any]:
    code = code_of(case)
    names = {d.key: d.name for d in service.documents} | file_names(service)
    brought = CaseDocument.objects.filter(case=case, step="").order_by("added_at", "id")
    invoices = case_invoices(case.id, list(Task.objects.filter(case=case)))
    owed = [invoice for invoice in invoices if invoice.state == "open"]
    promise = next((limit for limit in service.limits if limit.kind == "promise"), None)
    return {
        **case_facts(case, service),
        "promise_pauses": bool(promise and promise.pauses),
        "code": code,
        "track_url": f"{settings.SHUBBAK_PUBLIC_URL.upper()}/T/{case.number}-{code}",
        "documents": [
            {"name": both(names[row.kind]), "original": row.seen_original, "file": row.upload_id is not None}
            for row in brought
        ],
        "fees": bill(line for invoice in owed for line in invoice.lines),
        "total": str(total([invoice.total for invoice in owed])) if owed else "",
        "moved": [
            {"kind": one.kind, "before": day(one.before), "after": day(one.after), "why": both(one.why)}
            for one in moved
        ],
    }
