"""Give the payer the receipt of a payment."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from shubbak.catalogue.queries import version
from shubbak.documents.actions import issue_paper
from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.kernel.refusal import NotThere
from shubbak.kernel.tafqit import in_words
from shubbak.payments import queries as payments
from shubbak.people.queries import staff_names
from shubbak.places import queries as places
from shubbak.trail.whole import whole

from .. import rules
from ..models import CasePaper
from ..queries.blindness import is_blind
from ..queries.money import invoice_lines
from .paper_facts import bill, case_facts

RECEIPT = "receipt"


@whole
def show_receipt(*, by: Actor, case_id: UUID, receipt_id: UUID) -> Any:
    """The printed receipt of one collection on a case (form 33 ع.ح): made when first asked for, the same ever after."""
    case = rules.visible_to(by).filter(pk=case_id).select_for_update(of=("self",)).first()
    invoices = payments.invoices(subject_ids=[case.id]) if case is not None else []
    found = next(((i, r) for i in invoices for r in i.receipts if r.id == receipt_id), None)
    if case is None or found is None:
        raise NotThere("no_such_receipt", _("There is no such receipt."))
    service = version(case.version_id)
    if is_blind(by, service, home=places.unit(case.unit_id)):
        raise NotThere("no_such_paper", _("There is no such paper."))
    known = CasePaper.objects.filter(case=case, key=RECEIPT, receipt_id=receipt_id).select_related("paper").first()
    if known is not None:
        return known.paper
    invoice, receipt = found
    facts = {
        **case_facts(case, service),
        "receipt_number": receipt.printed_number,
        "series": receipt.series,
        "book": receipt.book_number,
        "means": str(receipt.means or ""),
        "reference": receipt.reference,
        "collected_at": clock.cairo(receipt.at).isoformat(timespec="minutes"),
        "collector": staff_names([receipt.collected_by]).get(receipt.collected_by, ""),
        "lines": bill(invoice_lines(invoice.lines)),
        "by_code": [{"code": code, "amount": str(sum)} for code, sum in payments.by_settlement_code(invoice.lines)],
        "total": str(receipt.amount),
        "in_words": {"ar": in_words(receipt.amount, "ar"), "en": in_words(receipt.amount, "en")},
    }
    paper = issue_paper(
        by=by,
        kind=RECEIPT,
        number=receipt.printed_number,
        subject_id=case.id,
        unit=case.unit_id,
        facts=facts,
        template=RECEIPT,
    )
    CasePaper.objects.create(case=case, paper=paper, key=RECEIPT, receipt_id=receipt_id)
    return paper
