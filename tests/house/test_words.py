"""The words that say nothing are not used as names."""

from __future__ import annotations

import ast
import re

from . import sources

BANNED = (
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "core",
    "base",
    "manager",
    "handler",
    "data",
    "info",
    "process",
)
_PART = re.compile(r"[a-z0-9]+|[A-Z][a-z0-9]*")
_LAYOUT = {
    "src/shubbak/design/templates/design/base.html",
    "src/shubbak/config/database/base.py",  # the name under which Django looks for an engine
}


def test_files_and_folders() -> None:
    wrong = [
        sources.short(path)
        for path in sources.files()
        for part in path.relative_to(sources.ROOT).parts
        if part.split(".")[0] in BANNED and sources.short(path) not in _LAYOUT
    ]
    assert wrong == []


def test_classes_and_functions() -> None:
    wrong = []
    for path in sources.python(tests=True):
        for node in ast.walk(sources.tree(path)):
            if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
                parts = [part.lower() for part in _PART.findall(node.name)]
                last = parts[-1] if parts else ""
                if last in BANNED or node.name.lower() in BANNED:
                    wrong.append(f"{sources.short(path)}:{node.lineno} {node.name}")
    assert wrong == []
