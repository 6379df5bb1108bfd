"""One service judged: from its node to the frozen definition, or to everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from shubbak.flow.definition import ServiceDefinition
from shubbak.flow.definition import read as read_definition
from shubbak.flow.soundness import problems
from shubbak.flow.tree import Misshapen

from .assembling import assembled
from .compiling import tree_of
from .country import strangers
from .examples import broken_promises
from .findings import Finding
from .freezing import Compiled, frozen
from .nodes import Node
from .parts import ServicePart, findings_of
from .scheduling import Override
from .shelf import Shelf
from .tracing import written_at


@dataclass(frozen=True, slots=True)
class Judged:
    """A service without fault of its own: as written, made whole, and ready to be stored."""

    part: ServicePart
    whole: Node
    compiled: Compiled


def judged(node: Node, shelf: Shelf, scheduled: Sequence[Override], findings: list[Finding]) -> Judged | None:
    """The service; nothing when something is wrong with it, which is added to `findings`."""
    before = len(findings)
    whole = assembled(node, shelf, findings)
    if len(findings) > before:
        return None
    try:
        part = ServicePart.model_validate(whole.plain())
        service = read_definition(tree_of(part, scheduled))
    except ValidationError as error:
        findings += findings_of(error, whole, ServicePart)
        return None
    except Misshapen as error:
        mend = "Compare the file with a service that loads."
        findings.append(whole.at(written_at(error.where, part)).finding(f"Not readable: {error.what}.", mend))
        return None
    findings += [*_unsound(service, part, whole), *strangers(part, whole)]
    if len(findings) == before:
        for name, example in part.examples.items():
            findings += broken_promises(service, example, whole.at(("examples", name)))
    return None if len(findings) > before else Judged(part, whole, frozen(service))


def _unsound(service: ServiceDefinition, part: ServicePart, whole: Node) -> Iterator[Finding]:
    for problem in problems(service):
        way = written_at(problem.where, part)
        node = whole.at(way)
        if node.file != whole.file and way[0] == "form" and way[-1] == "key":
            node = whole.at(way[:2])  # two takings quarrel: neither standard part is wrong by itself
        used = "" if node.file == whole.file else f"As {service.key} uses this: "
        yield node.finding(used + _sentence(problem.what), _sentence(problem.mend))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")
