"""What a folder's reading depends on, in 32 bytes: its files, our own shapes and parts, the code that reads them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent.parent
_ROOT = HERE.parent


def fingerprint(folder: Path) -> bytes:
    """The same for the same files, wherever they lie; another when anything that could change what is read changed."""
    found = hashlib.sha256(_code())
    for path in (*_yaml(folder), *_yaml(HERE / "flows"), *sorted((_ROOT / "places" / "facts").glob("*.csv"))):
        content = _content(path)
        found.update(b"%s\0%d\0" % (path.name.encode(), len(content)))
        found.update(content)
    return found.digest()


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b"cannot be read"


def _yaml(folder: Path) -> Iterator[Path]:
    yield from sorted(path for path in folder.rglob("*") if path.suffix in (".yaml", ".yml"))


@cache
def _code() -> bytes:
    found = hashlib.sha256()
    for path in (*sorted((_ROOT / "flow").rglob("*.py")), *sorted((HERE / "reading").rglob("*.py"))):
        if "tests" not in path.parts:
            found.update(path.read_bytes())
    return found.digest()
