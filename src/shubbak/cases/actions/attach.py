"""Put papers in a case's file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from shubbak.documents.actions import take_uploads
from shubbak.flow.definition import Field, ServiceDefinition
from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.kernel.refusal import Fault, Invalid
from shubbak.trail.actions import insert_rows

from ..answers import ANSWER
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
    insert_rows(rows)
    return rows


def attach_answers(
    case: Case, *, by: Actor, fields: Iterable[Field], answers: Mapping[str, Any], step: str
) -> list[CaseDocument]:
    """Take the uploads that answer questions of kind file: two statements when there are any, none when not.

    Invalid points to the question whose file is gone, taken already or somebody else's.
    """
    found = list(_files(fields, answers, "answers"))
    if not found:
        return []
    try:
        take_uploads(by=by, ids=[upload for _, _, upload in found])
    except Invalid as refused:
        faults = [Fault(found[_place(f)][0], f.code, f.message) for f in refused.faults]
        raise Invalid(refused.code, refused.message, faults=faults) from None
    now = clock.now()
    rows = [
        CaseDocument(case=case, kind=ANSWER + key, upload_id=upload, step=step, added_at=now, added_by_id=by.id)
        for _, key, upload in found
    ]
    insert_rows(rows)
    return rows


def _files(fields: Iterable[Field], answers: Mapping[str, Any], at: str) -> Iterator[tuple[str, str, UUID]]:
    """Where, under which key, and which upload, for every file among the clean answers."""
    for field in fields:
        value = answers.get(field.key)
        if value and field.kind == "file":
            yield f"{at}.{field.key}", field.key, UUID(value)
        elif value and field.kind == "group":
            for index, row in enumerate(value):
                yield from _files(field.fields, row, f"{at}.{field.key}.{index}")


def _place(fault: Fault) -> int:
    """Which of the uploads a fault of `take_uploads` (`documents.1.upload`) is about."""
    return int(fault.at.split(".")[1])
