"""Which services are walked: all of them, or the first of each shape of flow and way of adjusting it."""

from __future__ import annotations

from functools import cache
from typing import Any

from shubbak.catalogue.exports.written import File, files
from shubbak.catalogue.reading.folder import HERE

Manner = tuple[Any, ...]


@cache
def every_file() -> dict[str, File]:
    """Every service's file by key."""
    return {file.key: file for file in files(HERE)}


def chosen(*, whole: bool) -> list[str]:
    """Keys in order. Without `whole`, of the services that go the same way only the first by name."""
    found = every_file()
    if whole:
        return sorted(found)
    first: dict[Manner, str] = {}
    for key in sorted(found):
        first.setdefault(manner(found[key]), key)
    return sorted(first.values())


def manner(file: File) -> Manner:
    """How a service goes: its shape, the steps it drops, the kinds it inserts and where, what silence means."""
    inserted = (file.flow.get("insert") or {}).values()
    kinds = sorted((str(step.get("kind")), str(step.get("place", "home")).split(":")[0]) for step in inserted)
    tacit = sorted(str(limit["silence"].get("means")) for limit in file.limits.values() if _speaks(limit))
    return file.shape or file.key, tuple(sorted(file.flow.get("drop") or ())), tuple(kinds), tuple(tacit)


def _speaks(limit: Any) -> bool:
    return isinstance(limit, dict) and isinstance(limit.get("silence"), dict)
