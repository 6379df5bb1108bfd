"""Schedules: what a governorate or a unit charges by its own decree, written apart from the services."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from .country import strange_place
from .findings import Finding
from .guessing import among, did_you_mean
from .nodes import Node
from .parts import SchedulePart, findings_of

Override = tuple[str, dict[str, Any]]


@dataclass(slots=True)
class Schedules:
    """What the files of schedules set, by service: the key of each rate and its override."""

    nodes: dict[str, Node] = field(default_factory=dict)
    overrides: dict[str, list[Override]] = field(default_factory=dict)

    def settle(self, services: dict[str, Node], findings: list[Finding]) -> None:
        """Read every file; what names no service, rate or place that exists is a mistake of the schedule."""
        for node in self.nodes.values():
            try:
                part = SchedulePart.model_validate(node.plain())
            except ValidationError as error:
                findings += findings_of(error, node, SchedulePart)
                continue
            wrong = [*_strangers(part, node, services), *strange_place(node.value["for"])]
            findings += wrong
            if not wrong:
                self._keep(part)

    def _keep(self, part: SchedulePart) -> None:
        for service, rates in part.sets.items():
            for rate, amount in rates.items():
                override = {
                    "amount": str(amount),
                    "governorate": part.for_.governorate or "",
                    "unit": part.for_.unit or "",
                    "since": part.from_,
                    "until": part.until or "",
                    "source": part.source,
                    "schedule": part.schedule,
                    "illustrative": part.illustrative,
                }
                self.overrides.setdefault(service, []).append((rate, override))


def _strangers(part: SchedulePart, node: Node, services: dict[str, Node]) -> Iterator[Finding]:
    for service, rates in part.sets.items():
        here = node.at(("sets", service))
        if service not in services:
            mend = did_you_mean(service, services) or "Name a service whose file lies in the same folder."
            yield here.finding(f"There is no service “{service}”.", mend)
            continue
        rated = services[service].get("rates")
        known = list(rated.value) if rated is not None and isinstance(rated.value, dict) else []
        for rate in rates:
            if rate not in known:
                mend = did_you_mean(rate, known) or (among(known) if known else "Write `rates` in the service first.")
                yield node.at(("sets", service, rate)).finding(f"“{service}” has no rate “{rate}”.", mend)
