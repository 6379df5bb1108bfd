"""What the pages tell a reader to type exists, and what the operator may set is told."""

from __future__ import annotations

import re
from pathlib import Path

from shubbak.config.command import VERBS

from . import sources

_PAGES = ("README.md", "README.ar.md", "docs/operate.md", "docs/contribute.md", "docs/house.md", "docs/catalogue.md")


def pages() -> dict[str, str]:
    return {name: (sources.ROOT / name).read_text("utf-8") for name in _PAGES}


def targets() -> set[str]:
    return set(re.findall(r"^([a-z][a-z-]*):", (sources.ROOT / "Makefile").read_text("utf-8"), re.M))


def test_make_verbs_exist() -> None:
    named = {(page, verb) for page, text in pages().items() for verb in re.findall(r"`make ([a-z]+)", text)}
    named |= {
        (page, verb)
        for page, text in pages().items()
        for verb in re.findall(r"^ *(?:\w+=\S+ )*make ([a-z]+)", text, re.M)
    }
    assert [f"{page}: make {verb}" for page, verb in sorted(named) if verb not in targets()] == []


def test_the_makefile_knows_what_was_promised() -> None:
    assert {
        "demo",
        "check",
        "test",
        "journeys",
        "crash",
        "walk",
        "tamper",
        "bench",
        "pictures",
        "map",
        "reactions",
    } <= targets()


def test_shubbak_verbs_exist() -> None:
    named = {(page, verb) for page, text in pages().items() for verb in re.findall(r"`shubbak ([a-z]+)", text)}
    assert [f"{page}: shubbak {verb}" for page, verb in sorted(named) if verb not in VERBS] == []


def test_every_variable_is_told() -> None:
    read = set()
    for path in (sources.PACKAGE / "config").rglob("*.py"):
        read |= set(re.findall(r"\"((?:SHUBBAK|DATABASE)_[A-Z_]+)\"", path.read_text("utf-8")))
    told = (sources.ROOT / "docs" / "operate.md").read_text("utf-8")
    assert sorted(name for name in read if f"`{name}`" not in told) == []


def test_links_between_pages_lead_somewhere() -> None:
    wrong = []
    for path in [*sources.files(".md")]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
            if not (path.parent / Path(target)).exists():
                wrong.append(f"{sources.short(path)}: {target}")
    assert wrong == []
