"""The catalogue counted: what there is, how far it is vouched for, and where a lawyer should begin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from shubbak.flow.definition import ServiceDefinition

from .doubts import KINDS, Doubt, doubts, figures, weight

FIRST = 20
_OWN = "steps of its own"


@dataclass(frozen=True, slots=True)
class Vouched:
    """How a kind of figure is vouched for: in how many services it stands, how often, and with what behind it."""

    kind: str
    services: int
    total: int
    sourced: int
    illustrative: int
    unsaid: int


@dataclass(frozen=True, slots=True)
class Look:
    """A service that deserves a look, and why."""

    service: str
    name: str
    weight: int
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All counts. Channels count a service once for each, so they add up to more than there are."""

    services: int
    levels: dict[str, int]
    departments: dict[str, int]
    channels: dict[str, int]
    shapes: dict[str, int]
    figures: tuple[Vouched, ...]
    first: tuple[Look, ...]

    def as_json(self) -> dict[str, Any]:
        """The same as plain data."""
        return asdict(self)


def report(services: Sequence[ServiceDefinition], shapes: Mapping[str, str], *, first: int = FIRST) -> Report:
    """The counts of these services; `shapes` names the flow shape of those that take one."""
    return Report(
        services=len(services),
        levels=_counted(service.level for service in services),
        departments=_counted(service.department for service in services),
        channels=_counted(channel for service in services for channel in service.channels),
        shapes=_counted(shapes.get(service.key) or _OWN for service in services),
        figures=tuple(_vouched(kind, services) for kind in KINDS),
        first=_first(services, first),
    )


def _counted(words: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(words).items(), key=lambda pair: (-pair[1], pair[0])))


def _vouched(kind: str, services: Sequence[ServiceDefinition]) -> Vouched:
    found = [[one for one in figures(service) if one.kind == kind] for service in services]
    every = [one for some in found for one in some]
    sourced, illustrative = sum(one.sourced for one in every), sum(one.illustrative for one in every)
    unsaid = len(every) - sourced - illustrative
    return Vouched(kind, sum(bool(some) for some in found), len(every), sourced, illustrative, unsaid)


def _first(services: Sequence[ServiceDefinition], count: int) -> tuple[Look, ...]:
    looks = [(service, doubts(service)) for service in services]
    ranked = sorted(looks, key=lambda pair: (-weight(pair[1]), pair[0].key))
    return tuple(Look(one.key, one.name.en, weight(why), why) for one, why in ranked[:count] if why)


def told(found: Report) -> str:
    """The report as a person reads it in a terminal."""
    parts = [
        f"{found.services} services",
        *(
            _table(title, counts, found.services)
            for title, counts in (
                ("By level", found.levels),
                ("By department", found.departments),
                ("By channel", found.channels),
                ("By flow shape", found.shapes),
            )
        ),
        _figures(found.figures),
        _looks(found.first),
    ]
    return "\n\n".join(parts)


def _table(title: str, counts: Mapping[str, int], whole: int) -> str:
    wide = max(map(len, counts), default=0)
    rows = [f"  {word:<{wide}}  {count:>4}  {_percent(count, whole):>6}" for word, count in counts.items()]
    return "\n".join([title, *rows])


def _figures(rows: Sequence[Vouched]) -> str:
    head = f"  {'':<10}{'services':>9}{'figures':>9}{'sourced':>17}{'illustrative':>17}{'not said':>17}"
    lines = ["What stands behind the figures", head]
    for row in rows:
        cells = (f"{n:>9,} {_percent(n, row.total):>7}" for n in (row.sourced, row.illustrative, row.unsaid))
        lines.append(f"  {row.kind:<10}{row.services:>9}{row.total:>9,}{''.join(cells)}")
    return "\n".join(lines)


def _looks(looks: Sequence[Look]) -> str:
    lines = ["A lawyer should look first at"]
    for look in looks:
        lines.append(f"  {look.service} ({look.name}) — {look.weight}")
        lines += [f"    - {doubt.what}" for doubt in look.doubts]
    return "\n".join(lines)


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "–"
