"""The papers of a case: told with their tokens, handed out as PDF."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from shubbak.cases.queries import CaseView, PaperView
from shubbak.documents.queries import paper, paper_pdf
from shubbak.kernel.refusal import NotThere

UNSIGNED = ("slip", "receipt")


def paper_token(one: PaperView) -> str:
    """The signed statement that the paper's QR carries; empty for slips and receipts."""
    row = paper(one.id) if one.key not in UNSIGNED else None
    return row.token if row is not None else ""


def paper_of(case: CaseView, paper_id: UUID) -> tuple[PaperView, bytes]:
    """A paper of this case and its print; NotThere when it is another's."""
    found = next((one for one in case.papers if one.id == paper_id), None)
    row = paper(paper_id) if found is not None else None
    if found is None or row is None:
        raise NotThere("no_such_paper", _("There is no such paper on this case."))
    return found, paper_pdf(row)
