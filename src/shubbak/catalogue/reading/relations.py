"""What one service says of another: the earlier cases it refers to, and what they bring along."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from shubbak.flow.definition import Field

from .findings import Finding
from .guessing import among, did_you_mean
from .judging import Judged
from .nodes import Node
from .parts import FieldPart

_TEXTS = {"text", "long_text", "plot", "arabic"}
_NUMBERS = {"number", "whole", "money"}


def misled(services: Mapping[str, Judged], known: Set[str]) -> Iterator[Finding]:
    """References to services that are not `known`, and answers brought along that no such service has, or of a kind
    that does not fit. Of services outside the folder only the key is known."""
    for judged in services.values():
        for way, _, _, field in judged.part.fields():
            if field.of:
                yield from _unknown(judged.whole.at(way), field, known)
                yield from _brought(judged, judged.whole.at(way), field, services)


def _unknown(node: Node, field: FieldPart, known: Set[str]) -> Iterator[Finding]:
    for index, key in enumerate(field.of):
        if key not in known:
            mend = did_you_mean(key, sorted(known)) or "Name the key of a service that is loaded."
            yield node.at(("of", index)).finding(f"There is no service “{key}”.", mend)


def _brought(judged: Judged, node: Node, field: FieldPart, services: Mapping[str, Judged]) -> Iterator[Finding]:
    others = [services[key].compiled.service for key in field.of if key in services]
    if len(others) < len(field.of):
        return
    service = judged.compiled.service
    own = {one.key: one for one in service.fields}
    blind = any(step.blind for step in service.flow.steps.values())
    for mine, their in field.brings.items():
        found = [one for other in others for one in other.fields if one.key == their]
        here = node.at(("brings", mine))
        if not found:
            asked = sorted({one.key for other in others for one in other.fields})
            mend = did_you_mean(their, asked) or among(asked)
            yield here.finding(f"“{their}” is not asked by {' or '.join(field.of)}.", mend)
        elif not any(_fits(own[mine], one) for one in found):
            what = f"“{their}” is of kind {found[0].kind} there, and “{mine}” of kind {own[mine].kind} here."
            yield here.finding(what, "Bring it to a question of the same kind.")
        elif blind and not own[mine].tells_who and any(one.tells_who for one in found):
            what = f"“{mine}” is brought “{their}”, which identifies the applicant there, and a step here is blind."
            yield here.finding(what, f"Write `identifies: yes` at “{mine}”, or do not bring it.")


def _fits(own: Field, their: Field) -> bool:
    pair = {own.kind, their.kind}
    return len(pair) == 1 or pair <= _TEXTS or pair <= _NUMBERS or their.kind == "computed"
