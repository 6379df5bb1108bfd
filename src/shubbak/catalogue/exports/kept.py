"""The whole catalogue in each format, written once for each of its states and kept on disk."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from threading import Lock

from shubbak.flow.definition import ServiceDefinition

from .formats import FORMATS, Site, written_as

_making = Lock()


def state_of(versions: Sequence[int], site: Site) -> str:
    """What the files depend on, in sixteen letters: which versions are offered, from where, in which language."""
    said = f"{site.public_url} {site.language} {site.changed.isoformat()} {','.join(map(str, sorted(versions)))}"
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def kept(folder: Path, state: str, key: str, services: Sequence[ServiceDefinition], site: Site) -> Path:
    """The file of a format for this state, written now if it is not there yet; files of other states go."""
    place = folder / state / site.language / FORMATS[key].file
    if not place.exists():
        with _making:
            if not place.exists():
                _forget_others(folder, state)
                _write(place, written_as(key, services, site))
    return place


def _write(place: Path, content: bytes) -> None:
    """Whole or not at all, also when two processes write at once."""
    place.parent.mkdir(parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(dir=place.parent, prefix=".")
    with os.fdopen(number, "wb") as file:
        file.write(content)
    Path(name).replace(place)


def _forget_others(folder: Path, state: str) -> None:
    for old in folder.iterdir() if folder.is_dir() else ():
        if old.is_dir() and old.name != state:
            shutil.rmtree(old, ignore_errors=True)
