"""Fee lines and rates: what they name is there, percentages are of lines of their own set, overrides do not quarrel."""

from __future__ import annotations

from collections.abc import Iterator

from ..charged import FeeLine, FeeSet, Rate, line_name
from ..definition import ServiceDefinition
from ..expressions import Expr
from ..vocabulary import FACTS, PLACE_FACTS
from .fields import every_field
from .names import known_at_steps, unknown
from .problem import Problem


def charges(service: ServiceDefinition) -> Iterator[Problem]:
    """Fees may name every answer, also of steps, and the service's rates."""
    rows = {field.key: field for _, field in every_field(service) if field.kind == "group"}
    answers = known_at_steps(service)
    known = answers | {rate.key for rate in service.rates}
    used: set[str] = set()
    for key, fee_set in service.fee_sets.items():
        for i, line in enumerate(fee_set.lines):
            where = f"fee_sets.{key}.lines.{i}"
            yield from _percentage(line, fee_set, where)
            bounds = frozenset[str]().union(*(b.names for b in (line.at_least, line.at_most) if b is not None))
            for spot, rule in _written(line):
                yield from unknown(f"{where}.{spot}", rule, known | bounds if spot == "amount" else known, rows)
            used |= line.amount.names | (line.when.names if line.when else frozenset())
    for i, rate in enumerate(service.rates):
        yield from _rate(rate, f"rates.{i}", answers, used)


def _written(line: FeeLine) -> Iterator[tuple[str, Expr]]:
    """The expressions of a line where they were written, each name at one place only."""
    parts: list[tuple[str, Expr | None]] = [("when", line.when), ("by", line.by)]
    parts += [(f"bands.{i}.amount", band.amount) for i, band in enumerate(line.bands)]
    parts += [(f"slices.{i}.amount", band.amount) for i, band in enumerate(line.slices)]
    parts += [("at_least", line.at_least), ("at_most", line.at_most)]
    yield from ((spot, rule) for spot, rule in parts if rule is not None)
    if line.by is None and line.percent is None:
        yield "amount", line.amount


def _percentage(line: FeeLine, fee_set: FeeSet, where: str) -> Iterator[Problem]:
    plain = {other.code for other in fee_set.lines if other.percent is None}
    for j, code in enumerate(line.of):
        if code not in {other.code for other in fee_set.lines}:
            mend = f"name lines of “{fee_set.key}”: " + ", ".join(sorted(plain))
            yield Problem(f"{where}.of.{j}", f"there is no line “{code}” in this set", mend)
        elif code not in plain:
            yield Problem(f"{where}.of.{j}", f"“{code}” is a percentage itself", "name the lines it is made of")
    named = {name for name in line.amount.names if name.startswith("line ")}
    if named != {line_name(code) for code in line.of}:
        yield Problem(f"{where}.amount", "a percentage is of other lines than it says", "let `of` name them")


def _rate(rate: Rate, where: str, answers: frozenset[str], used: set[str]) -> Iterator[Problem]:
    if rate.key in answers or rate.key in (*FACTS, *PLACE_FACTS):
        yield Problem(f"{where}.key", f"“{rate.key}” is a question or a fact already", "give the rate its own key")
    if rate.key not in used:
        yield Problem(where, f"no fee line names the rate “{rate.key}”", "name it in an amount, or take it away")
    seen: set[tuple[str, str, str]] = set()
    for j, one in enumerate(rate.overrides):
        place = (one.unit, one.governorate, one.since)
        if place in seen:
            what = f"two overrides of “{rate.key}” begin there on the same day"
            yield Problem(f"{where}.overrides.{j}", what, "keep one of the two")
        seen.add(place)
