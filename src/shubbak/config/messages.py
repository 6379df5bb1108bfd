"""The screens' words: every msgid of code and templates, the Arabic each slice gives it, and the compiled catalogues.

`python -m shubbak.config.messages` compiles what has changed and lists what has no Arabic; with `--add` it also writes
the missing msgids, empty, at the end of their slice's catalogue, for a translator to fill.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).resolve().parent.parent
_PLACE = Path("locale/ar/LC_MESSAGES/django.po")
_WORDS = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3), "npgettext_lazy": ((1, "c"), 2, 3),
}  # fmt: skip
_TEMPLATES = (".html", ".txt", ".svg")


@dataclass(frozen=True, order=True)
class Said:
    """One msgid, where it stands, and the context that tells it from its like."""

    file: str
    line: int
    msgid: str
    plural: str = ""
    context: str = ""


def slices() -> list[Path]:
    """The folders that may have a catalogue of their own."""
    return sorted(path for path in PACKAGE.iterdir() if path.is_dir() and not path.name.startswith(("_", ".")))


def said(folder: Path) -> Iterator[Said]:
    """Every msgid of one slice, tests and vendored files left out."""
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).parts
        if not {"tests", "node_modules", "vendor", "locale"}.isdisjoint(inside) or not path.is_file():
            continue
        if path.suffix == ".py":
            yield from _found(path, path.read_bytes())
        elif path.suffix in _TEMPLATES and "templates" in inside:
            yield from _found(path, templatize(path.read_text("utf-8"), origin=str(path)).encode())


def _found(path: Path, source: bytes) -> Iterator[Said]:
    for line, words, _, context in extract("python", io.BytesIO(source), keywords=_WORDS):
        one, many = words if isinstance(words, tuple) else (words, "")
        if one:
            yield Said(str(path.relative_to(PACKAGE.parent.parent)), line, one, many or "", context or "")


def arabic(folder: Path) -> Catalog:
    """A slice's catalogue; empty when it has none."""
    path = folder / _PLACE
    if not path.is_file():
        return Catalog(locale="ar", domain="django")
    with path.open("rb") as file:
        return read_po(file, locale="ar", domain="django", abort_invalid=True)


def missing() -> dict[Path, list[Said]]:
    """By slice, the msgids that no catalogue gives an Arabic."""
    known = {
        (_first(message.id), message.context or "")
        for folder in slices()
        for message in arabic(folder)
        if message.id and not message.fuzzy and _is_full(message.string)
    }
    lacking: dict[Path, dict[tuple[str, str], Said]] = {}
    for folder in slices():
        for word in said(folder):
            if (word.msgid, word.context) not in known:
                lacking.setdefault(folder, {}).setdefault((word.msgid, word.context), word)
    return {folder: list(words.values()) for folder, words in lacking.items()}


def compile_stale() -> list[Path]:
    """Compile every catalogue that is newer than what was compiled from it; a reader never sees half a file."""
    done = []
    for source in sorted(PACKAGE.glob(f"*/{_PLACE}")):
        target = source.with_suffix(".mo")
        if target.is_file() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        draft = target.with_name(f".{target.name}.draft")
        with source.open("rb") as file, draft.open("wb") as out:
            write_mo(out, read_po(file, locale="ar", domain="django"))
        draft.replace(target)
        done.append(target)
    return done


def add(folder: Path, words: list[Said]) -> None:
    """Write msgids with an empty Arabic at the end of a slice's catalogue, leaving what stands there as it is."""
    catalog = Catalog(locale="ar", domain="django")
    for word in words:
        catalog.add((word.msgid, word.plural) if word.plural else word.msgid, context=word.context or None)
    text = io.BytesIO()
    path = folder / _PLACE
    write_po(text, catalog, omit_header=path.is_file(), width=110)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        file.write(b"\n" + text.getvalue())


def main(words: list[str]) -> int:
    """Compile; unless `--compile` asks for no more, list; with `--add` also write."""
    compile_stale()
    if "--compile" in words:
        return 0
    lacking = missing()
    for folder, lines in lacking.items():
        for word in lines:
            print(f"{word.file}:{word.line}: no Arabic for {word.msgid!r}")
        if "--add" in words:
            add(folder, lines)
    print(f"{sum(map(len, lacking.values()))} without Arabic")
    return 0


def _first(msgid: object) -> str:
    return str(msgid[0]) if isinstance(msgid, (tuple, list)) else str(msgid)


def _is_full(text: object) -> bool:
    return all(text) if isinstance(text, (tuple, list)) else bool(text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
