"""What a form posted, as answers: `answers.area`, `answers.where.street`, `answers.floors.0.area` become a tree."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict

PREFIX = "answers."
MOST_ROWS, DEEPEST, _LONGEST = 60, 4, 12


def answers_in(posted: QueryDict) -> dict[str, Any]:
    """Every answer that was posted, as typed: a text, a list where several were ticked, an object where an answer has
    parts, a list of objects where it has rows."""
    found: dict[str, Any] = {}
    for name, values in posted.lists():
        path = name.removeprefix(PREFIX).split(".")
        if name.startswith(PREFIX) and values and len(path) <= DEEPEST:
            _put(found, path, values if len(values) > 1 else values[0])
    return {key: _with_rows(value) for key, value in found.items()}


def counted(text: str) -> int | None:
    """The number of a row or a size of ours in its name; None for anything that no page of ours writes."""
    return int(text) if len(text) <= _LONGEST and text.isascii() and text.isdecimal() else None


def _put(answers: dict[str, Any], path: list[str], value: Any) -> None:
    """Set what stands at a path of names (and numbers of rows that are still names), making the way there."""
    here = answers
    for name in path[:-1]:
        below = here.get(name)
        if not isinstance(below, dict):
            below = here[name] = {}
        here = below
    here[path[-1]] = value


def with_rows_changed(answers: dict[str, Any], command: str) -> dict[str, Any]:
    """The answers after `add floors` or `drop floors 1`; after anything else as they were."""
    words = command.split(" ")
    match words:
        case ["add", group]:
            rows = _rows(answers, group)
            return {**answers, group: [*rows, {}]}
        case ["drop", group, place] if (at := counted(place)) is not None:
            rows = _rows(answers, group)
            return {**answers, group: rows[:at] + rows[at + 1 :]}
    return answers


def _rows(answers: dict[str, Any], group: str) -> list[Any]:
    rows = answers.get(group)
    return rows if isinstance(rows, list) else []


def _with_rows(value: Any) -> Any:
    """An object whose names are all numbers is a list of rows, in their order."""
    if not isinstance(value, dict):
        return value
    below = {key: _with_rows(member) for key, member in value.items()}
    rows = {at: below[key] for key in below if (at := counted(key)) is not None}
    if below and len(rows) == len(below):
        return [rows[at] for at in sorted(rows)][:MOST_ROWS]
    return below
