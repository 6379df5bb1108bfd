"""References to an earlier case or permit: which are named, and what they bring. Who may use one, `cases` says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..definition import Field, ServiceDefinition
from .checking import visible_fields
from .unfit import Unfit
from .values import read_value


@dataclass(frozen=True, slots=True)
class EarlierNamed:
    """A question of kind earlier that applies, and the number given for it, in its clean form."""

    field: Field
    number: str

    @property
    def at(self) -> str:
        """Where a fault about it stands."""
        return f"answers.{self.field.key}"


def earlier_fields(
    service: ServiceDefinition, answers: Mapping[str, Any], facts: Mapping[str, Any] | None = None
) -> tuple[EarlierNamed, ...]:
    """The earlier cases and papers that these answers name, in the form's order; `check` tells of misshapen ones."""
    found = []
    for field in visible_fields(service, answers, facts):
        if field.kind == "earlier" and answers.get(field.key):
            try:
                found.append(EarlierNamed(field, read_value(field, answers[field.key])))
            except Unfit:
                continue
    return tuple(found)


def brought(named: EarlierNamed, theirs: Mapping[str, Any]) -> dict[str, Any]:
    """The answers that an earlier case's form answers give for this one's: only those that it has."""
    return {own: theirs[their] for own, their in named.field.brings.items() if theirs.get(their) is not None}
