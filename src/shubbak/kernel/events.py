"""News that travels upward: a slice below announces a fact, slices above react, synchronously, in the same transaction.

Downward is always a plain call. There is nothing else here: no priorities, no names, no asynchrony.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

E = TypeVar("E")
_reactions: dict[type, list[Callable[[Any], None]]] = defaultdict(list)


def on(event: type[E]) -> Callable[[Callable[[E], None]], Callable[[E], None]]:
    """Subscribe a reaction to one type of event; used in `reactions.py`, which `apps.py` imports in `ready()`."""

    def subscribe(reaction: Callable[[E], None]) -> Callable[[E], None]:
        if reaction not in _reactions[event]:
            _reactions[event].append(reaction)
        return reaction

    return subscribe


def announce(event: object) -> None:
    """Run every reaction to `event`, in the order they subscribed; the first that refuses stops the whole act."""
    for reaction in _reactions[type(event)]:
        reaction(event)


def reactions() -> dict[str, list[str]]:
    """The map of events to reactions, by dotted name: what `make reactions` prints."""
    return {
        f"{event.__module__}.{event.__qualname__}": [f"{r.__module__}.{r.__qualname__}" for r in subscribed]
        for event, subscribed in _reactions.items()
    }
