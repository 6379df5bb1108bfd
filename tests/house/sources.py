"""The tree as the house tests read it: files, their syntax, and the exceptions the ratchet still allows."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "shubbak"
DOORS = ("portal", "counter", "desk", "api")
_SKIPPED = {"node_modules", "vendor", "__pycache__", ".venv", "var", ".git", "dist", "fonts"}


def files(*suffixes: str, under: Path = ROOT) -> Iterator[Path]:
    """Every file of ours with one of these suffixes (any suffix when none is named)."""
    for path in sorted(under.iterdir()):
        if (
            path.name in _SKIPPED
            or (path.name.startswith(".") and path.name != ".ci")
            or path.name.endswith(".egg-info")
        ):
            continue
        if path.is_dir():
            yield from files(*suffixes, under=path)
        elif not suffixes or path.suffix in suffixes:
            yield path


def python(*, tests: bool = False, migrations: bool = False) -> Iterator[Path]:
    """Our modules."""
    for path in files(".py", under=PACKAGE):
        inside = path.relative_to(PACKAGE).parts
        if ("tests" in inside and not tests) or ("migrations" in inside and not migrations):
            continue
        yield path


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text("utf-8"))


def short(path: Path) -> str:
    """A path as it is written in a finding."""
    return str(path.relative_to(ROOT))


def is_test(path: Path) -> bool:
    """Whether the sizes of tests apply."""
    return "tests" in path.relative_to(ROOT).parts


@lru_cache(maxsize=1)
def ratchet() -> dict[str, dict[str, str]]:
    """The exceptions: by rule, what is excepted and why. It only shrinks."""
    return tomllib.loads((Path(__file__).parent / "ratchet.toml").read_text("utf-8"))


def excepted(rule: str, what: str) -> bool:
    """Whether the ratchet still allows this."""
    return bool(ratchet().get(rule, {}).get(what, "").strip())


def floors() -> list[list[str]]:
    """The floors of the contract, top to bottom, each the list of its siblings."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contract = next(c for c in settings["tool"]["importlinter"]["contracts"] if c["name"] == "floors")
    return [[name.strip() for name in layer.split("|")] for layer in contract["layers"]]
