"""The services of a folder with what only their files say: where each is written, and the flow shape it takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shubbak.flow.definition import ServiceDefinition

from ..reading.findings import Finding
from ..reading.folder import read_folder
from ..reading.nodes import Node, read


@dataclass(frozen=True, slots=True)
class Written:
    """A sound service and its file. `shape` is empty when the flow is its own; `flow` and `examples` are as written."""

    service: ServiceDefinition
    file: Path
    shape: str
    flow: dict[str, Any]
    examples: dict[str, Any]


def written(folder: Path) -> tuple[list[Written], list[Finding]]:
    """Every sound service below `folder`, in the order of files, and everything that is wrong with the others."""
    compiled, findings = read_folder(folder)
    sound = {one.service.key: one.service for one in compiled}
    return [_written(sound[key], path, node) for path, key, node in _files(folder) if key in sound], findings


def _files(folder: Path) -> Iterator[tuple[Path, str, Node]]:
    for path in sorted(path for path in folder.rglob("*") if path.suffix in (".yaml", ".yml")):
        node = read(path.read_text("utf-8"), str(path))[0]
        key = node.get("service") if node is not None else None
        if node is not None and key is not None:
            yield path, str(key.value), node


def _written(service: ServiceDefinition, path: Path, node: Node) -> Written:
    flow, examples = node.at(("flow",)).plain(), node.get("examples")
    return Written(service, path, str(flow.get("shape") or ""), flow, examples.plain() if examples else {})
