"""What it would cost: the fees of a service for a few answers, before anybody leaves home."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.http import QueryDict

from shubbak.flow.answers import check_fields, is_empty, visible_fields
from shubbak.flow.definition import Field, ServiceDefinition
from shubbak.flow.expressions import Expr, Tree
from shubbak.flow.fees import FeeLineDue, estimate
from shubbak.kernel import clock
from shubbak.kernel.money import Money, total
from shubbak.places.queries import units

from . import asking
from .asking import Asked


@dataclass(frozen=True, slots=True)
class Part:
    """What is paid at one step; `whole` when nothing more can be added by further answers."""

    step: Any
    lines: tuple[FeeLineDue, ...]
    whole: bool

    @property
    def sum(self) -> Money:
        return total([line.amount for line in self.lines])


@dataclass(frozen=True, slots=True)
class Estimate:
    """The questions that matter for the fees with what was answered, and what comes of it. `asked` are the applicant's,
    `found` what only the office finds out on the way; `lacking` when one that must be answered is not yet, or when the
    fees hang on something that is not asked here."""

    asked: tuple[Asked, ...]
    found: tuple[Asked, ...]
    parts: tuple[Part, ...]
    lacking: bool

    @property
    def shown(self) -> str:
        """The keys of the questions that apply to these answers."""
        return " ".join(one.key for one in (*self.asked, *self.found) if one.applies)

    @property
    def whole(self) -> bool:
        """Whether nothing more can be added: every question that must be answered is, and every line is known."""
        return not self.lacking and all(part.whole for part in self.parts)

    @property
    def sources(self) -> tuple[tuple[Any, str], ...]:
        """Each line that has a source, once."""
        return tuple(
            {
                str(line.label): (line.label, line.source) for part in self.parts for line in part.lines if line.source
            }.values()
        )

    @property
    def illustrative(self) -> bool:
        return any(line.illustrative for part in self.parts for line in part.lines)

    @property
    def sum(self) -> Money:
        return total([part.sum for part in self.parts])


def estimated(service: ServiceDefinition, given: QueryDict) -> Estimate:
    """Nothing is kept: the answers come with the address and go with the page."""
    matters = _Matters(service)
    facts = _facts(service, given)
    fields = (*matters.form, *matters.office)
    answers = {field.key: value for field in fields if not is_empty(value := asking.read(field, given))}
    clean, faults = check_fields(fields, answers, facts)
    wrong = {fault.at.removeprefix("answers."): fault.message for fault in faults if fault.code not in _QUIET}
    visible = {field.key for field in visible_fields(service, answers, facts)} | {one.key for one in matters.office}

    def asked(some: tuple[Field, ...]) -> Iterator[Asked]:
        for field in some:
            if field.kind != "computed":
                yield from asking.questions(field, given, wrong, applies=field.key in visible)

    before = [asking.who(service, given)] if "applicant_kind" in matters.names else []
    parts = tuple(
        Part(step.name, *estimate(service, step.fee_set, {**facts, **clean}))
        for step in service.flow.steps.values()
        if step.fee_set
    )
    own = (*before, *asking.places(service, given), *asked(matters.form))
    lacking = any(fault.code != "unknown" for fault in faults) or matters.unasked
    lacking = lacking or any(asking.is_full(field, answers.get(field.key)) for field in fields)
    return Estimate(own, tuple(asked(matters.office)), parts, lacking)


_QUIET = ("required", "too_few", "unknown")  # what is not answered yet is not wrong yet


def _facts(service: ServiceDefinition, given: QueryDict) -> dict[str, Any]:
    """Who, where and when: today's figures of the place that was chosen, the country's when none was."""
    governorate = given.get(asking.GOVERNORATE, "")
    chosen = next(
        (one for one in units() if one.code == given.get(asking.UNIT) and one.governorate == governorate), None
    )
    kinds = [kind for kind in service.applicants if kind != "anybody"] or ["citizen"]
    who = given.get(asking.WHO, "")
    return {
        "applicant_kind": who if who in kinds else kinds[0],
        "unit_kind": chosen.kind if chosen else next(iter(service.offered_by), "district"),
        "unit": chosen.code if chosen else "",
        "governorate": governorate[:2],
        "today": clock.today(),
    }


class _Matters:
    """Which questions a service's fees hang on, directly, through what is computed, or by being shown at all: those of
    the `form` and of the `office`, and whether any that matters is `unasked`: of a kind that is not asked here."""

    def __init__(self, service: ServiceDefinition) -> None:
        office = {f.key: f for step in service.flow.steps.values() for action in step.actions for f in action.fields}
        self.known = {**office, **{field.key: field for field in service.fields}}
        lines = [line for part in service.fee_sets.values() for line in part.lines]
        self.names: set[str] = set()
        self.trees: list[Tree] = []
        self.wanted: dict[str, Field] = {}
        self._follow(rule for line in lines for rule in (line.amount, line.when))
        told = [self.wanted[key] for key in self.known if key in self.wanted and _askable(self.wanted[key])]
        self.unasked = any(not _is_told(field) for field in self.wanted.values())
        self.unasked = self.unasked or ("unit_kind" in self.names and len(service.offered_by) > 1)
        of_form = {field.key: at for at, field in enumerate(service.fields)}
        self.form = tuple(sorted((one for one in told if one.key in of_form), key=lambda one: of_form[one.key]))
        self.office = tuple(one for one in told if one.key not in of_form)
        self.form, self.office = tuple(map(_without_rest, self.form)), tuple(map(_without_rest, self.office))

    def _follow(self, rules: Iterable[Expr | None]) -> None:
        """The fields that rules name, narrowed, and those that their own rules name, until none is new."""
        seen = list(filter(None, rules))
        self.names |= {name for rule in seen for name in rule.names}
        self.trees += [rule.tree for rule in seen]
        before = dict(self.wanted)
        self.wanted = {key: _narrowed(field, self.trees) for key, field in self.known.items() if key in self.names}
        if new := [field for key, field in self.wanted.items() if before.get(key) != field]:
            self._follow(rule for field in new for one in (field, *field.fields) for rule in (one.when, one.value))


def _askable(field: Field) -> bool:
    return field.kind in asking.SIMPLE or field.kind in ("group", "computed")


def _is_told(field: Field) -> bool:
    return _askable(field) and all(row.kind != "group" and _askable(row) for row in field.fields)


def _without_rest(field: Field) -> Field:
    """A group without the questions of its rows that are not asked here."""
    return replace(field, fields=tuple(row for row in field.fields if _askable(row)))


def _narrowed(field: Field, trees: list[Tree]) -> Field:
    """A group with only those questions of its rows that an amount reads; none when its rows are only counted."""
    if field.kind != "group":
        return field
    read = {name for tree in trees for name in _columns(tree, field.key)}
    rows = {row.key: row for row in field.fields}
    for row in reversed(field.fields):
        if row.key in read:
            read |= {name for rule in (row.when, row.value) if rule is not None for name in rule.names if name in rows}
    return replace(field, fields=tuple(row for row in field.fields if row.key in read))


def _columns(tree: Any, group: str) -> Iterator[str]:
    """The columns of a group that an expression reads: `each(floors, 'area')`."""
    match tree:
        case ["call", "each", ["name", name], ["text", column]] if name == group:
            yield column
        case [_, *parts]:
            for part in parts:
                if isinstance(part, list | tuple):
                    yield from _columns(part, group)
