"""What of a service is read from a source and what is only illustrative; and what a lawyer should look at first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from shubbak.flow.definition import Limit, ServiceDefinition

from .amounts import Bounds

KINDS = ("law", "documents", "fee lines", "rates", "limits", "outputs")
_ILLUSTRATIVE = "illustrative"
_LARGE = Decimal(50_000)


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing a service states as fact: its kind, its name, and how it is vouched for."""

    kind: str
    name: str
    sourced: bool
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reason for a lawyer to look: the heavier, the sooner."""

    weight: int
    what: str


def figures(service: ServiceDefinition) -> Iterator[Figure]:
    """Everything the service states as fact, in the order of the file."""
    yield _figure("law", service.law.title.en, service.law.source, service.law.illustrative)
    for document in service.documents:
        yield _figure("documents", document.name.en, document.source, False)
    for rate in service.rates:
        yield _figure("rates", rate.label.en, rate.source, rate.illustrative)
        for over in rate.overrides:
            yield _figure("rates", f"{rate.label.en} {over.unit or over.governorate}", over.source, over.illustrative)
    for fee_set in service.fee_sets.values():
        for line in fee_set.lines:
            yield _figure("fee lines", line.label.en, line.source, line.illustrative)
    for limit in service.limits:
        yield _figure("limits", _name(limit), limit.source, limit.illustrative)
    if service.output is not None:
        yield _figure("outputs", service.output.name.en, service.output.source, service.output.illustrative)


def doubts(service: ServiceDefinition) -> tuple[Doubt, ...]:
    """What nobody vouches for although somebody's right or money hangs on it, the heaviest first."""
    found = [*_of_silence(service), *_of_the_law(service), *_of_money(service), *_of_papers(service)]
    return tuple(sorted(found, key=lambda doubt: -doubt.weight))


def weight(found: Iterable[Doubt]) -> int:
    """How soon: the sum of the weights."""
    return sum(doubt.weight for doubt in found)


def _figure(kind: str, name: str, source: str, illustrative: bool) -> Figure:
    said = source.strip().lower()
    only_illustrative = illustrative or said.startswith(_ILLUSTRATIVE)
    return Figure(kind, name, bool(said) and not only_illustrative, only_illustrative)


def _name(limit: Limit) -> str:
    return limit.name.en if limit.name else limit.key


def _of_silence(service: ServiceDefinition) -> Iterator[Doubt]:
    for limit in service.limits:
        vouched = _figure("limits", "", limit.source, limit.illustrative).sourced
        if limit.tacit is not None and not vouched:
            yield Doubt(10, f"silence means {limit.tacit.decision} after “{_name(limit)}”, without a source")
        elif limit.kind == "law" and not vouched:
            yield Doubt(6, f"the limit of law “{_name(limit)}” has no source")


def _of_the_law(service: ServiceDefinition) -> Iterator[Doubt]:
    if not _figure("law", "", service.law.source, service.law.illustrative).sourced:
        refuses = any(action.kind == "reject" for step in service.flow.steps.values() for action in step.actions)
        yield Doubt(5 if refuses else 3, "the law was not checked" + (", and requests are refused" if refuses else ""))
    bare = sum(1 for reason in service.reasons if reason.law is None)
    if bare:
        yield Doubt(min(bare, 3), f"{bare} of {len(service.reasons)} reasons for refusal name no law")


def _of_money(service: ServiceDefinition) -> Iterator[Doubt]:
    bounds = Bounds(service)
    lines = [line for fee_set in service.fee_sets.values() for line in fee_set.lines]
    unsure = [line for line in lines if not _figure("fee lines", "", line.source, line.illustrative).sourced]
    tops = [(line.label.en, bounds.line(line).high) for line in unsure]
    high = sorted(((label, top) for label, top in tops if top is not None and top > _LARGE), key=lambda one: -one[1])
    without_end = [label for label, top in tops if top is None]
    if without_end:
        yield Doubt(4, f"“{without_end[0]}” has no upper bound and no source")
    elif high:
        yield Doubt(4, f"“{high[0][0]}” may come to {high[0][1]:,.0f} pounds, without a source")
    if unsure:
        yield Doubt(min(len(unsure), 3), f"{len(unsure)} of {len(lines)} fee lines have no source")


def _of_papers(service: ServiceDefinition) -> Iterator[Doubt]:
    output = service.output
    if output is None or output.validity_days is None:
        return
    if not _figure("outputs", "", output.source, output.illustrative).sourced:
        yield Doubt(2, f"how long “{output.name.en}” is valid has no source")
