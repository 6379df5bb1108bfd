"""Put papers in a case's file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from shubbak.documents.actions import take_uploads
from shubbak.flow.definition import ServiceDefinition
from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.kernel.refusal import Fault, Invalid
from shubbak.trail.statements import insert

from ..models import Case, CaseDocument


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper the citizen brought: its kind in the service, the file, or that the original was seen."""

    kind: str
    upload_id: UUID | None = None
    seen_original: bool = False


def attach(
    case: Case, *, by: Actor, papers: Sequence[Paper], step: str, service: ServiceDefinition
) -> list[CaseDocument]:
    """Take the uploads and join them to the case: a statement each for all. Invalid says which is wrong."""
    known = {document.key for document in service.documents}
    faults = [
        Fault(f"documents.{i}.kind", "unknown", _("This service asks for no such paper."))
        for i, paper in enumerate(papers)
        if paper.kind not in known
    ]
    faults += [
        Fault(f"documents.{i}.upload", "required", _("Attach the file, or tick that you saw the original."))
        for i, paper in enumerate(papers)
        if paper.upload_id is None and not paper.seen_original
    ]
    if faults:
        raise Invalid("documents", _("Some papers need mending."), faults=faults)
    ids = [paper.upload_id for paper in papers if paper.upload_id is not None]
    if ids:
        take_uploads(by=by, ids=ids)
    rows = [
        CaseDocument(
            case=case,
            kind=paper.kind,
            upload_id=paper.upload_id,
            seen_original=paper.seen_original,
            step=step,
            added_at=clock.now(),
            added_by_id=by.id,
        )
        for paper in papers
    ]
    insert(rows)
    return rows
