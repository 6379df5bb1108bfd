"""No god files: ceilings for files, functions, classes, parameters and folders; exceptions only in the ratchet."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator

from . import sources

FILE, TEST_FILE, FUNCTION, CLASS, PARAMETERS, ACTION_PARAMETERS, FOLDER, PLATE = 300, 500, 40, 200, 6, 8, 20, 30
_CODE = (".py", ".html", ".css", ".js", ".mjs", ".typ")


def found(rule: str, rows: Iterator[tuple[str, int]]) -> list[str]:
    return [f"{what}: {size}" for what, size in rows if not sources.excepted(rule, what)]


def test_files() -> None:
    def rows() -> Iterator[tuple[str, int]]:
        for path in sources.files(*_CODE):
            lines = path.read_text("utf-8").count("\n")
            if "migrations" not in path.parts and lines > (TEST_FILE if sources.is_test(path) else FILE):
                yield sources.short(path), lines

    assert found("file", rows()) == []


def test_functions() -> None:
    def rows() -> Iterator[tuple[str, int]]:
        for path, node in definitions(ast.FunctionDef, ast.AsyncFunctionDef):
            if (size := length(node)) > FUNCTION:
                yield f"{sources.short(path)}::{node.name}", size

    assert found("function", rows()) == []


def test_classes() -> None:
    def rows() -> Iterator[tuple[str, int]]:
        for path, node in definitions(ast.ClassDef):
            if (size := length(node)) > CLASS:
                yield f"{sources.short(path)}::{node.name}", size

    assert found("class", rows()) == []


def test_parameters() -> None:
    def rows() -> Iterator[tuple[str, int]]:
        for path, node in definitions(ast.FunctionDef, ast.AsyncFunctionDef):
            args = node.args
            named = [a.arg for a in (*args.posonlyargs, *args.args, *args.kwonlyargs) if a.arg not in ("self", "cls")]
            ceiling = ACTION_PARAMETERS if "actions" in path.parts else PARAMETERS
            if len(named) > ceiling:
                yield f"{sources.short(path)}::{node.name}", len(named)

    assert found("parameters", rows()) == []


def test_folders() -> None:
    def rows() -> Iterator[tuple[str, int]]:
        sizes = Counter(path.parent for path in sources.files() if path.name != "__init__.py")
        for folder, size in sizes.items():
            if size > FOLDER and not {"migrations", "facts", "pictures", "pins"} & set(folder.parts):
                yield sources.short(folder), size

    assert found("folder", rows()) == []


def test_the_ratchet_only_holds_what_is_needed_and_never_grows() -> None:
    ratchet = dict(sources.ratchet())
    ceiling = ratchet.pop("ceiling")
    kept = sum(len(rows) for rows in ratchet.values())
    assert kept == ceiling, "an exception that went must lower the ceiling; a new one is not taken in"


def definitions(*kinds: type) -> Iterator[tuple]:
    for path in sources.python(tests=False):
        for node in ast.walk(sources.tree(path)):
            if isinstance(node, kinds):
                yield path, node


def length(node: ast.AST) -> int:
    return node.end_lineno - node.lineno + 1
