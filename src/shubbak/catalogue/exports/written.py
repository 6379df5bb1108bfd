"""The services of a folder with what only their files say: where each is written, and the flow shape it takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shubbak.flow.definition import ServiceDefinition

from ..reading.findings import Finding
from ..reading.folder import read_folder
from ..reading.nodes import read


@dataclass(frozen=True, slots=True)
class File:
    """A service's file as it is written. `shape` is empty when the flow is its own."""

    key: str
    path: Path
    shape: str
    flow: dict[str, Any]
    limits: dict[str, Any]
    examples: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Written:
    """A sound service and its file."""

    service: ServiceDefinition
    file: File

    @property
    def shape(self) -> str:
        """The shared flow it takes; empty when its flow is its own."""
        return self.file.shape


def files(folder: Path) -> Iterator[File]:
    """Every service's file below `folder`, in order, judged by nobody; what is no YAML is left out."""
    for path in sorted(path for path in folder.rglob("*") if path.suffix in (".yaml", ".yml")):
        node = read(path.read_text("utf-8"), str(path))[0]
        plain = node.plain() if node is not None else None
        if isinstance(plain, dict) and "service" in plain:
            parts = [part if isinstance(part, dict) else {} for part in map(plain.get, ("flow", "limits", "examples"))]
            yield File(str(plain["service"]), path, str(parts[0].get("shape") or ""), *parts)


def written(folder: Path) -> tuple[list[Written], list[Finding]]:
    """Every sound service below `folder`, in the order of files, and everything that is wrong with the others."""
    compiled, findings = read_folder(folder)
    sound = {one.service.key: one.service for one in compiled}
    return [Written(sound[file.key], file) for file in files(folder) if file.key in sound], findings
