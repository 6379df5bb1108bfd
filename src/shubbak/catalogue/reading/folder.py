"""A folder of YAML files: services, flows, standard parts and schedules, told apart by their first key."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from .findings import Finding
from .freezing import Compiled
from .guessing import did_you_mean
from .judging import Judged, judged
from .nodes import Node, read
from .relations import misled
from .scheduling import Schedules
from .shelf import GROUPS, Shelf

HERE = Path(__file__).parent.parent
_KINDS = ("service", "flow", "standard", "schedule")
_INDENT = "Write keys and values, indented below it."


@dataclass(slots=True)
class _Reading:
    findings: list[Finding] = field(default_factory=list)
    services: dict[str, Node] = field(default_factory=dict)
    schedules: Schedules = field(default_factory=Schedules)
    shelf: Shelf = field(default_factory=Shelf)
    ours: set[str] = field(default_factory=set)


def read_folder(folder: Path) -> tuple[list[Compiled], list[Finding]]:
    """Every service below `folder` (with the flows and standard parts that come with Shubbak, unless the folder writes
    its own under the same key) and everything wrong, in the order of files and lines."""
    reading = _Reading()
    if not folder.is_dir():
        return [], [Finding(str(folder), 1, 0, "This is not a folder.", "Name the folder that holds the YAML files.")]
    inside = sorted(path for path in folder.rglob("*") if path.suffix in (".yaml", ".yml"))
    if not inside:
        return [], [Finding(str(folder), 1, 0, "There is no YAML file here.", "Write services as *.yaml in it.")]
    here = {path.resolve() for path in inside}
    for path in (path for path in sorted((HERE / "flows").glob("*.yaml")) if path.resolve() not in here):
        name = str(path.relative_to(HERE))
        reading.ours.add(name)
        _take(path, name, reading)
    for path in inside:
        _take(path, str(path), reading)
    reading.schedules.settle(reading.services, reading.findings)
    sound: dict[str, Judged] = {}
    for key, node in reading.services.items():
        done = judged(node, reading.shelf, reading.schedules.overrides.get(key, ()), reading.findings)
        sound |= {key: done} if done else {}
    reading.findings += misled(sound, reading.services.keys() | _shipped())
    return [one.compiled for one in sound.values()], sorted(set(reading.findings))


@cache
def _shipped() -> frozenset[str]:
    """The keys of the services that come with Shubbak: their files are called by them."""
    return frozenset(path.stem for path in (HERE / "services").rglob("*.yaml"))


def _take(path: Path, name: str, reading: _Reading) -> None:
    try:
        node, findings = read(path.read_text("utf-8"), name)
    except (OSError, UnicodeDecodeError) as error:
        reading.findings.append(Finding(name, 1, 0, f"The file cannot be read: {error}.", "Save it as UTF-8 text."))
        return
    reading.findings += findings
    if node is None:
        return
    kind = next((kind for kind in _KINDS if node.get(kind) is not None), None)
    if kind is None:
        mend = "Begin the file with `service: <key>`, `flow: <key>`, `standard: <name>` or `schedule: <name>`."
        reading.findings.append(node.finding("The file does not say what it holds.", mend))
    elif kind == "standard":
        _parts(node, reading)
    else:
        _name(node, kind, reading)


def _parts(node: Node, reading: _Reading) -> None:
    """The standard parts of a file; one of ours gives way to one of the folder's own."""
    if len(node.value) == 1:
        mend = f"Write parts below {', '.join(GROUPS)}, or delete the file."
        reading.findings.append(node.finding("The file holds no standard part.", mend))
    for group, members in node.value.items():
        if group == "standard":
            continue
        if group not in GROUPS:
            mend = did_you_mean(group, GROUPS) or f"Standard parts are {', '.join(GROUPS)}."
            reading.findings.append(members.finding(f"“{group}” is not known here.", mend))
            continue
        known = reading.shelf.standard.setdefault(group, {})
        if not isinstance(members.value, dict):
            reading.findings.append(members.finding(f"“{group}” holds no parts.", _INDENT))
            continue
        for key, part in members.value.items():
            if not isinstance(part.value, dict):
                reading.findings.append(part.finding(f"The standard part “{key}” is not written.", _INDENT))
                continue
            earlier = known.get(key)
            if earlier is not None and earlier.file not in reading.ours:
                mend = f"Give one of the two another name; the other is {earlier.file}:{earlier.key_line}."
                reading.findings.append(part.finding(f"There are two standard {group} “{key}”.", mend))
            else:
                known[key] = part


def _name(node: Node, kind: str, reading: _Reading) -> None:
    shelves = {"service": reading.services, "flow": reading.shelf.flows, "schedule": reading.schedules.nodes}
    shelf, key = shelves[kind], node.value[kind]
    steps = node.get("steps")
    if kind == "flow" and not (isinstance(key.value, str) and steps is not None and isinstance(steps.value, dict)):
        mend = "Name it with small letters, and write its `start:` and `steps:`."
        reading.findings.append(key.finding("This is not a flow: it has no name, or no steps.", mend))
    earlier = shelf.get(str(key.value))
    if earlier is not None and earlier.file not in reading.ours:
        mend = f"Give one of the two another key; the other is {earlier.file}."
        reading.findings.append(key.finding(f"There are two files for the {kind} “{key.value}”.", mend))
        return
    shelf[str(key.value)] = node
