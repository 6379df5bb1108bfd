"""A folder of YAML files: services, flows and standard parts, told apart by their first key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from shubbak.flow.definition import ServiceDefinition
from shubbak.flow.definition import read as read_definition
from shubbak.flow.soundness import problems
from shubbak.flow.tree import Misshapen
from shubbak.places.tree import read as read_facts

from .assembling import Shelf, assembled
from .compiling import tree_of, written_at
from .examples import broken_promises
from .findings import Finding
from .freezing import Compiled, frozen
from .guessing import did_you_mean
from .nodes import Node, read
from .parts import ServicePart
from .wording import findings_of

HERE = Path(__file__).parent.parent
_KINDS = ("service", "flow", "standard")
_GROUPS = ("fields", "documents", "fee-lines", "reasons")


@dataclass(slots=True)
class _Reading:
    findings: list[Finding]
    services: dict[str, Node]
    shelf: Shelf


def read_folder(folder: Path) -> tuple[list[Compiled], list[Finding]]:
    """Every service below `folder` (with the flows and standard parts that come with Shubbak, unless the folder writes
    its own under the same key) and everything wrong, in the order of files and lines."""
    reading = _Reading([], {}, Shelf())
    if not folder.is_dir():
        return [], [Finding(str(folder), 1, 0, "This is not a folder.", "Name the folder that holds the YAML files.")]
    inside = sorted(path for path in folder.rglob("*") if path.suffix in (".yaml", ".yml"))
    if not inside:
        return [], [Finding(str(folder), 1, 0, "There is no YAML file here.", "Write services as *.yaml in it.")]
    for path in (path for path in sorted((HERE / "flows").glob("*.yaml")) if path.resolve() not in _resolved(inside)):
        _take(path, str(path.relative_to(HERE)), reading, replaceable=True)
    for path in inside:
        _take(path, str(path), reading)
    compiled = [done for key, node in reading.services.items() if (done := _compiled(key, node, reading)) is not None]
    return compiled, sorted(set(reading.findings))


def _resolved(paths: list[Path]) -> set[Path]:
    return {path.resolve() for path in paths}


def _take(path: Path, name: str, reading: _Reading, *, replaceable: bool = False) -> None:
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
        mend = "Begin the file with `service: <key>`, `flow: <key>` or `standard: <name>`."
        reading.findings.append(node.finding("The file does not say what it holds.", mend))
    elif kind == "standard":
        for group in _GROUPS:
            members = node.get(group)
            if members is not None and isinstance(members.value, dict):
                reading.shelf.standard.setdefault(group, {}).update(members.value)
    else:
        _name(node, kind, reading, replaceable)


def _name(node: Node, kind: str, reading: _Reading, replaceable: bool) -> None:
    shelf = reading.services if kind == "service" else reading.shelf.flows
    key = node.value[kind]
    earlier = shelf.get(str(key.value))
    if earlier is not None and not earlier.file.startswith("flows/"):
        mend = f"Give one of the two another key; the other is {earlier.file}."
        reading.findings.append(key.finding(f"There are two files for the {kind} “{key.value}”.", mend))
        return
    shelf[str(key.value)] = node


def _compiled(key: str, node: Node, reading: _Reading) -> Compiled | None:
    before = len(reading.findings)
    whole = assembled(node, reading.shelf, reading.findings)
    if len(reading.findings) > before:
        return None
    try:
        part = ServicePart.model_validate(whole.plain())
        service = read_definition(tree_of(part))
    except ValidationError as error:
        reading.findings += findings_of(error, whole, ServicePart)
        return None
    except Misshapen as error:
        mend = "Compare the file with a service that loads."
        reading.findings.append(whole.at(written_at(error.where, part)).finding(f"Not readable: {error.what}.", mend))
        return None
    reading.findings += [*_unsound(service, part, whole), *_strangers(service, part, whole)]
    if len(reading.findings) == before:
        for name, example in part.examples.items():
            reading.findings += broken_promises(service, example, whole.at(("examples", name)))
    return None if len(reading.findings) > before else frozen(service)


def _unsound(service: ServiceDefinition, part: ServicePart, whole: Node) -> Iterator[Finding]:
    for problem in problems(service):
        node = whole.at(written_at(problem.where, part))
        used = "" if node.file == whole.file else f"As {service.key} uses this flow: "
        yield node.finding(used + _sentence(problem.what), _sentence(problem.mend))


def _strangers(service: ServiceDefinition, part: ServicePart, whole: Node) -> Iterator[Finding]:
    """Departments and agencies that the country does not have."""
    departments = [row["key"] for row in read_facts("departments")]
    agencies = [row["key"] for row in read_facts("agencies")]
    named: list[tuple[tuple[str, ...], str, list[str], str]] = [
        (("department",), service.department, departments, "department")
    ]
    for key, step in part.flow.steps.items():
        if step.department is not None:
            named.append((("flow", "steps", key, "department"), step.department, departments, "department"))
        if step.place.startswith("agency:"):
            named.append((("flow", "steps", key, "place"), step.place.removeprefix("agency:"), agencies, "agency"))
    for way, word, known, kind in named:
        if word not in known:
            mend = did_you_mean(word, known) or f"Name one of {', '.join(known)}."
            yield whole.at(way).finding(f"There is no {kind} “{word}”.", mend)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")
