"""Rows are written by actions and by nothing else: not by queries, rules, models, views, jobs or the demo."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from . import sources

_ALWAYS = {"bulk_create", "bulk_update", "get_or_create", "update_or_create", "abulk_create", "acreate", "aupdate"}
_SQL = re.compile(r"^\s*(INSERT\s+INTO|UPDATE\s+\w+\s|DELETE\s+FROM|TRUNCATE)", re.I)
_OWNERS = {
    "src/shubbak/trail/partitions.py",  # runs as the owner, after a migration
}


def test_only_actions_write() -> None:
    wrong = [
        f"{sources.short(path)}:{line} {what}"
        for path in sources.python()
        if "actions" not in path.parts and sources.short(path) not in _OWNERS and "config" not in path.parts
        for line, what in writes(path)
    ]
    assert wrong == []


def writes(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(sources.tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and is_write(node, node.func):
            yield node.lineno, f".{node.func.attr}()"
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _SQL.match(node.value):
            yield node.lineno, node.value.strip().split("\n")[0][:50]


def is_write(call: ast.Call, name: ast.Attribute) -> bool:
    """`x.save()`, `x.delete()` and `rows.update(a=1)` write; `picture.save(out)` and `hash.update(b)` do not."""
    receiver = ast.unparse(name.value)
    if name.attr in _ALWAYS:
        return True
    if name.attr == "create":
        return "objects" in receiver
    if name.attr in ("save", "delete"):
        return not call.args and not receiver.endswith(("session", "form", "cookies"))
    asks = "objects" in receiver or "(" in receiver  # a dictionary's update() has a plain name before it
    return name.attr == "update" and asks and not call.args and bool(call.keywords)
