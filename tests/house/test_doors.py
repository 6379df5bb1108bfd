"""Doors hold pages and endpoints: no tables, no rules, short views, and on every view a lock."""

from __future__ import annotations

import ast

import pytest

from . import sources
from .routes import routes

VIEW = 25


def test_doors_do_not_reach_for_the_database() -> None:
    wrong = []
    for door in sources.DOORS:
        for path in sources.files(".py", under=sources.PACKAGE / door):
            if "tests" in path.parts:
                continue
            for node in ast.walk(sources.tree(path)):
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                if isinstance(node, ast.ImportFrom):
                    names = [node.module or ""]
                if any(name == "django.db" or name.startswith("django.db.") for name in names):
                    wrong.append(f"{sources.short(path)}:{node.lineno}")
    assert wrong == []


def test_views_are_short() -> None:
    wrong = []
    for door in sources.DOORS:
        for path in sources.files(".py", under=sources.PACKAGE / door):
            if path.name == "views.py" or path.parent.name == "views":
                for node in sources.tree(path).body:
                    if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno + 1 > VIEW:
                        wrong.append(f"{sources.short(path)}:{node.lineno} {node.name}")
    assert wrong == []


def test_every_view_says_who_may_see_it() -> None:
    assert [f"{route.method} /{route.path} {route.view}" for route in routes() if not route.access] == []


@pytest.mark.parametrize("prefix", ["counter/", "desk/"])
def test_staff_doors_open_to_staff_only(prefix: str) -> None:
    wrong = [route for route in routes() if route.path.startswith(prefix) and route.access.split()[0] != "staff"]
    assert [f"{route.path}: {route.access}" for route in wrong] == []
