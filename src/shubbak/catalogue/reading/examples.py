"""A service's own examples, played through the engine: what they promise must come out."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from shubbak.flow import answers, engine
from shubbak.flow.definition import ServiceDefinition
from shubbak.flow.fees import due_total, fees
from shubbak.flow.limits import due
from shubbak.flow.validity import valid_until
from shubbak.kernel import clock
from shubbak.kernel.decimals import is_within
from shubbak.kernel.money import Money
from shubbak.kernel.refusal import Refusal
from shubbak.places.queries.working_days import WorkingCalendar

from .country import units
from .findings import Finding
from .guessing import among, did_you_mean
from .nodes import Node
from .parts import ExamplePart

_CALENDAR = WorkingCalendar()
_TRUE = {"yes": True, "no": False, "true": True, "false": False}


def broken_promises(service: ServiceDefinition, part: ExamplePart, node: Node) -> Iterator[Finding]:
    """What the example says and the definition does not do."""
    facts = _facts(service, part)
    clean, faults = answers.check(service, _json(part.answers), facts)
    for fault in faults:
        way = fault.at.removeprefix("answers.")
        mend = "Correct the answer, or the field's rules."
        here = node.at(("answers", *(int(step) if step.isdigit() else step for step in way.split("."))))
        yield here.finding(f"The example's answer to “{way}” is refused: {fault.message}", mend)
    if faults:
        return
    yield from _dated(service, part, node)
    yield from _shown(service, part, node, clean, facts)
    told = {**clean, **facts}
    yield from _walked(service, part, node, told)
    yield from _charged(service, part, node, told)


def _facts(service: ServiceDefinition, part: ExamplePart) -> dict[str, Any]:
    """What a case would know of itself: its place and day; without a place, a unit of the first kind that offers."""
    governorate, kind = units().get(part.in_ or "", ("", service.offered_by[0]))
    day = date.fromisoformat(part.on) if part.on else clock.today()
    place = {"unit": part.in_, "governorate": governorate} if part.in_ else {}
    return {
        "applicant_kind": part.applicant,
        "unit_kind": part.unit or kind,
        "today": day,
        "submitted_on": day,
        **place,
    }


def _dated(service: ServiceDefinition, part: ExamplePart, node: Node) -> Iterator[Finding]:
    """Each limit named in `due`, counted as if it began on the day of the example."""
    if part.due and part.on is None:
        mend = "Write `on: 2026-03-01`, a working day."
        yield node.at(("due",)).finding("The example says what is due, but not when it was submitted.", mend)
        return
    if part.on and not _CALENDAR.is_working(date.fromisoformat(part.on)):
        what = f"The example is submitted on {part.on}, when offices are closed."
        yield node.at(("on",)).finding(what, "Choose a working day.")
    limits = {limit.key: limit for limit in service.limits}
    for key, day in part.due.items():
        here = node.at(("due", key))
        if key not in limits:
            yield here.finding(f"There is no limit “{key}”.", did_you_mean(key, limits) or among(limits))
            continue
        found = due(limits[key], started=date.fromisoformat(part.on or ""), calendar=_CALENDAR).isoformat()
        if found != day:
            what = f"The example expects “{key}” by {day}; it runs out on {found}."
            yield here.finding(what, "Correct the example, or the limit.")


def _shown(
    service: ServiceDefinition, part: ExamplePart, node: Node, clean: dict[str, Any], facts: dict[str, Any]
) -> Iterator[Finding]:
    visible = {field.key for field in answers.visible_fields(service, clean, facts)}
    for index, key in enumerate(part.hides):
        if key in visible:
            what = f"The example says that “{key}” is hidden, but it is asked."
            yield node.at(("hides", index)).finding(what, "Correct the example, or the field's `when`.")
    if part.asks_for is None:
        return
    needed = [need.kind.key for need in answers.documents_needed(service, clean, facts) if need.required]
    if set(needed) != set(part.asks_for):
        wanted, found = ", ".join(part.asks_for) or "none", ", ".join(needed) or "none"
        what = f"The example expects the documents {wanted}; required are {found}."
        yield node.at(("asks_for",)).finding(what, "Correct the example, or the documents' `when`.")


def _charged(service: ServiceDefinition, part: ExamplePart, node: Node, facts: dict[str, Any]) -> Iterator[Finding]:
    """Every fee set the example names, by the form's answers and those the walk gave at later steps."""
    for key, pounds in part.fees.items():
        here = node.at(("fees", key))
        if key not in service.fee_sets:
            yield here.finding(f"There is no fee set “{key}”.", f"Name one of {', '.join(service.fee_sets)}.")
            continue
        try:
            due = due_total(service, key, facts)
        except Refusal as refusal:
            yield here.finding(f"The fees of “{key}” have no value: {refusal}", "Correct the amount's expression.")
            continue
        if not is_within(Decimal(pounds)) or due != Money.rounded(Decimal(pounds)):
            what = f"The example expects {pounds} pounds; the fees come to {due}."
            yield here.finding(what, "Correct the example, or the amounts.")


def _walked(service: ServiceDefinition, part: ExamplePart, node: Node, facts: dict[str, Any]) -> Iterator[Finding]:
    if not part.walk:
        return
    position, plan = engine.Position("submitted", ()), engine.start(service, facts)
    position = engine.after(position, plan)
    for index, move in enumerate(part.walk):
        try:
            plan = _moved(service, position, move, facts)
        except (Refusal, LookupError) as refusal:
            stands = ", ".join(token.step for token in position.tokens) or "the end"
            what = f"The example's move “{move}” is not possible; the case stands at {stands}. {refusal}"
            yield node.at(("walk", index)).finding(what, "Correct the walk, or the flow.")
            return
        position = engine.after(position, plan)
    if position.state == "issued":
        yield from _holds(service, node, facts)
    if part.ends and position.state != part.ends:
        what = f"The example should end {part.ends}, but the case is {position.state}."
        yield node.at(("ends",)).finding(what, "Add the missing moves to `walk`, or correct `ends`.")


def _holds(service: ServiceDefinition, node: Node, facts: dict[str, Any]) -> Iterator[Finding]:
    try:
        valid_until(service, facts, issued_on=facts["today"])
    except Refusal as refusal:
        what = f"By this example’s answers it cannot be told how long the output holds. {refusal}"
        yield node.finding(what, "Correct the output's `valid_for`, or the example's answers.")


def _moved(service: ServiceDefinition, position: engine.Position, move: str, facts: dict[str, Any]) -> engine.Plan:
    """`paid`, `silence <limit>`, `withdrawn`, or `step.action` with answers (`committee.values price=200`)."""
    head, *rest = _words(move)
    if head == "paid":
        token = next((t for t in position.tokens if service.step(t.step).kind == "payment"), None)
        if token is None:
            raise LookupError("There is nothing to pay.")
        fees(service, service.step(token.step).fee_set or "", facts)
        return engine.paid(service, position, token.id, facts)
    if head == "silence":
        return engine.tacit(service, position, rest[0], facts)
    if head == "withdrawn":
        return engine.withdraw(service, position, facts)
    step, _, action = head.partition(".")
    token = _token(position, step)
    facts.update((key, _TRUE.get(value, value)) for key, _, value in (given.partition("=") for given in rest))
    return engine.act(service, position, token.id, action, facts)


def _words(move: str) -> list[str]:
    """The words of a move; a quoted answer may hold spaces."""
    try:
        return shlex.split(move)
    except ValueError:
        raise LookupError("A quotation mark is not closed.") from None


def _token(position: engine.Position, step: str) -> engine.Token:
    for token in position.tokens:
        if token.step == step and not token.parked:
            return token
    raise LookupError(f"Nothing stands at “{step}”.")


def _json(given: dict[str, Any]) -> dict[str, Any]:
    """Answers as the API would send them."""
    return {key: _sent(value) for key, value in given.items()}


def _sent(value: Any) -> Any:
    if isinstance(value, dict):
        return _json(value)
    if isinstance(value, list):
        return [_sent(member) for member in value]
    return str(value) if isinstance(value, Decimal) else value
