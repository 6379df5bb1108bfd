"""What is offered, where, and found by its words."""

from __future__ import annotations

from shubbak.places.queries import unit as place

from .published import Published, every_current
from .search import sought


def offered(unit: str | None = None, q: str = "") -> list[Published]:
    """Services a unit offers (any unit when none is named); of those the ones that answer `q`, the best first.

    NotThere when there is no such unit. Answered from the process's memory, however many services and units there are.
    """
    kind = place(unit).kind if unit else None
    if q.strip():
        return [one for one in sought(q) if kind is None or kind in one.service.offered_by]
    return list(every_current() if kind is None else _by_kind().get(kind, ()))


def departments_of(published: Published) -> frozenset[str]:
    """The departments that meet a case of this service on its way."""
    steps = published.service.flow.steps.values()
    return frozenset({published.service.department} | {step.department for step in steps if step.department})


class _Kept:
    """The services of a catalogue as it stands, by the kind of unit that offers them."""

    def __init__(self, whole: tuple[Published, ...]) -> None:
        self.whole = whole
        self.by_kind: dict[str, list[Published]] = {}
        for one in whole:
            for kind in one.service.offered_by:
                self.by_kind.setdefault(kind, []).append(one)


_kept = _Kept(())


def _by_kind() -> dict[str, list[Published]]:
    global _kept
    whole = every_current()
    if _kept.whole is not whole:
        _kept = _Kept(whole)
    return _kept.by_kind
