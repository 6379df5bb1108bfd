"""The form on the window's page: its questions, papers and fees as they stand, and the rules the page follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from shubbak.cases.queries import FeePreview, Preview, preview
from shubbak.cases.queries.earlier import Completed, completed, person_with
from shubbak.catalogue.queries import current
from shubbak.design import forms
from shubbak.design.forms import Section
from shubbak.flow.definition import FeeLine
from shubbak.flow.fees import FeeLineDue, grounds
from shubbak.flow.rates import figures, rates_at
from shubbak.kernel.refusal import Fault, NotThere

from .. import asking, papers
from ..papers import PaperRow
from .sheet import Sheet


@dataclass(frozen=True, slots=True)
class LineShown:
    """A line of a fee: what the definition says of it, what it rests on, and what is due now, if it is."""

    line: FeeLine
    due: FeeLineDue | None
    source: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class FeeShown:
    """What one payment step asks, with every line it might have."""

    step: Any
    fee: FeePreview
    lines: tuple[LineShown, ...]

    @property
    def sources(self) -> list[LineShown]:
        """The lines that name what they rest on."""
        return [line for line in self.lines if line.source]


@dataclass(frozen=True, slots=True)
class FormShown:
    """Everything of the form: `plan` are its rules as JSON, `wrong` what is said at its questions."""

    seen: Preview
    sections: list[Section]
    papers: list[PaperRow]
    fees: tuple[FeeShown, ...]
    complete: bool
    plan: str
    labels: dict[str, Any]


def opened(sheet: Sheet) -> tuple[Sheet, Preview | None]:
    """The sheet with the blank rows its form begins with, and what its service asks and costs for the answers so far;
    nothing before a service is chosen."""
    try:
        fields = current(sheet.service).service.fields if sheet.service else ()
    except NotThere:
        return sheet, None
    if not sheet.service:
        return sheet, None
    sheet = replace(sheet, given=replace(sheet.given, answers=forms.begun(fields, sheet.answers)))
    return sheet, preview(service=sheet.service, unit=sheet.unit, answers=sheet.answers, applicant_kind=sheet.kind)


def fetched(sheet: Sheet) -> Sheet:
    """The sheet with what the earlier cases it names bring to the answers that were left empty."""
    sheet, seen = opened(sheet)
    if seen is None:
        return sheet
    return replace(sheet, given=replace(sheet.given, answers=_looked_up(sheet, seen).answers))


def form_shown(sheet: Sheet, seen: Preview, faults: Sequence[Fault], *, told: bool, first: bool) -> FormShown:
    """The form as it stands. `told` says that the clerk asked to register, so that what is missing is said too."""
    earlier = _looked_up(sheet, seen)
    wrong = [*faults, *([] if told else _unfit(seen, earlier))]
    standing = asking.standing(
        seen.form, sheet.answers, faults=wrong, found=earlier.found, kept=sheet.given.kept, first=first
    )
    asked = {needed.kind.key: needed.required for needed in seen.documents}
    return FormShown(
        seen=seen,
        sections=forms.sections(seen.service.fields, standing, asking.around(sheet.unit)),
        papers=papers.rows(seen.service.documents, asked, sheet.papers, wrong),
        fees=tuple(_fee(seen, fee) for fee in seen.fees),
        complete=not any(fault.code == "required" for fault in seen.faults),
        plan=_plan(seen),
        labels=labels(seen, sheet.answers),
    )


def labels(seen: Preview, answers: Mapping[str, Any]) -> dict[str, Any]:
    """The words for each place of the form where something may be wrong."""
    of_papers = {f"documents.{paper.kind.key}": paper.kind.name for paper in seen.documents}
    return forms.labels_of(seen.service.fields, answers) | of_papers


def _looked_up(sheet: Sheet, seen: Preview) -> Completed:
    """The earlier cases that the answers name, among those of the applicant; nobody is asked before she is named."""
    return completed(seen.service, sheet.answers, seen.facts, person=partial(person_with, sheet.kind, sheet.number))


def _unfit(seen: Preview, earlier: Completed) -> list[Fault]:
    """What is wrong with what was typed; what is merely missing is not said until the clerk registers."""
    return [fault for fault in seen.faults if fault.code not in ("required", "unknown")] + list(earlier.faults)


def _fee(seen: Preview, fee: FeePreview) -> FeeShown:
    due = {line.code: line for line in fee.lines}
    rates = figures(seen.service.rates, seen.facts)
    asked = seen.service.fee_sets[fee.key].lines
    lines = tuple(LineShown(line, due.get(line.code), *grounds(line, rates)) for line in asked)
    return FeeShown(seen.service.flow.steps[fee.step].name, fee, lines)


def _plan(seen: Preview) -> str:
    service = seen.service
    return forms.plan(
        service.fields,
        facts=seen.facts,
        documents=service.documents,
        fees=[(fee.step, service.fee_sets[fee.key]) for fee in seen.fees],
        rates=rates_at(service.rates, seen.facts),
    )
