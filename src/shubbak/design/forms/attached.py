"""A form as it was posted, with the rows it changed and the files that answer its questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.http import QueryDict

from shubbak.kernel.refusal import Fault, Refusal

from .asking import Kept
from .posted import DEEPEST, MOST_ROWS, PREFIX, answers_in, counted, with_rows_changed

ATTACH, KEPT, AWAY, ROWS, FETCH = "attach.", "kept.", "take-away", "rows", "fetch"


@dataclass(frozen=True, slots=True)
class Given:
    """The answers of a form, what is told of each file among them, which files were refused, and whether a button of
    the form itself was pressed (a row, a file, a look-up), so that nothing is to be done yet."""

    answers: Mapping[str, Any] = field(default_factory=dict)
    kept: Mapping[str, Kept] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    unfinished: bool = False


def given_in(posted: QueryDict) -> Given:
    """What was posted, after the row that was added or removed and the file that was taken away."""
    answers = answers_in(posted)
    if away := _path(posted.get(AWAY, "")):
        answers = with_answer(answers, away, "")
    kept = {name.removeprefix(KEPT): _told(posted.get(name, "")) for name in posted if name.startswith(KEPT)}
    unfinished = any(posted.get(name) for name in (AWAY, ROWS, FETCH))
    return Given(with_rows_changed(answers, posted.get(ROWS, "")), kept, unfinished=unfinished)


def with_files(given: Given, files: Iterable[tuple[str, Any]], receive: Callable[[Any], Any]) -> Given:
    """Take in the files named `attach.<path>` by `receive` (which gives the upload, or refuses): what is refused says
    why at its question, and everything else stays."""
    for name, file in files:
        path = name.removeprefix(ATTACH)
        if not name.startswith(ATTACH) or not file or not _path(path):
            continue
        try:
            upload = receive(file)
        except Refusal as refused:
            given = replace(given, faults=(*given.faults, Fault(PREFIX + path, refused.code, refused.message)))
            continue
        answers = with_answer(given.answers, _path(path), str(upload.id))
        given = replace(given, answers=answers, kept={**given.kept, path: Kept(file.name or "", upload.size)})
    return given


def with_answer(tree: Any, path: list[str], value: Any) -> Any:
    """The tree of answers with another one at a path of questions and rows."""
    if not path:
        return value
    name, *below = path
    if (row := counted(name)) is not None:
        at = min(row, MOST_ROWS)
        rows = list(tree) if isinstance(tree, list) else []
        rows += [{} for _ in range(at + 1 - len(rows))]
        return [*rows[:at], with_answer(rows[at], below, value), *rows[at + 1 :]]
    members = tree if isinstance(tree, Mapping) else {}
    return {**members, name: with_answer(members.get(name), below, value)}


def _path(name: str) -> list[str]:
    """The way to an answer; none for a way deeper than any form of ours."""
    path = name.split(".") if name else []
    return path if len(path) <= DEEPEST else []


def _told(text: str) -> Kept:
    size, _, name = text.partition(" ")
    return Kept(name[:120], counted(size) or 0)
