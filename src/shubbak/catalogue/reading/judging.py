"""One service judged: from its node to the frozen definition, or to everything that is wrong with it."""

from __future__ import annotations

import os
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
from .guessing import did_you_mean
from .nodes import Node
from .parts import ServicePart, findings_of
from .scheduling import Override
from .shelf import Shelf
from .tracing import written_at

OURS = f"flows{os.sep}"
"""How the files of Shubbak's own shapes and parts are called."""


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
    findings += [*_unsound(service, part, whole, node), *_uncollected(service, node), *strangers(part, whole)]
    if len(findings) == before:
        for name, example in part.examples.items():
            findings += broken_promises(service, example, whole.at(("examples", name)))
    return None if len(findings) > before else Judged(part, whole, frozen(service))


def _unsound(service: ServiceDefinition, part: ServicePart, whole: Node, given: Node) -> Iterator[Finding]:
    """What is wrong in a shape or part of ours is said where it is taken; in one of theirs, where it stands."""
    for problem in problems(service):
        way = written_at(problem.where, part)
        place, what = whole.at(way), problem.what
        if place.file.startswith(OURS):
            what = f"{what.removesuffix('.')} (in {place.file}:{place.line})"
            place = given.at(("flow", "shape") if way[0] == "flow" else way[:2])
        elif place.file != given.file:
            what = f"as {service.key} uses this: {what}"
        yield place.finding(_sentence(what), _sentence(problem.mend))


def _uncollected(service: ServiceDefinition, given: Node) -> Iterator[Finding]:
    """A fee set that nobody would ever pay."""
    collected = sorted({step.fee_set for step in service.flow.steps.values() if step.fee_set})
    for key in service.fee_sets:
        if key not in collected:
            mend = did_you_mean(key, collected) or "Let a payment step say `fees` with its key, or take the set away."
            yield given.at(("fees", key)).finding(f"No step collects the fee set “{key}”.", mend)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")
