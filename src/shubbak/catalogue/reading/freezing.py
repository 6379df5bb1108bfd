"""A definition as it is stored, and read again."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from shubbak.flow.definition import ServiceDefinition, to_tree
from shubbak.flow.definition import read as read_definition


@dataclass(frozen=True, slots=True)
class Compiled:
    """A service read from a file: its definition, its tree as stored, and the SHA-256 of that tree."""

    service: ServiceDefinition
    tree: dict[str, Any]
    digest: bytes


def frozen(service: ServiceDefinition) -> Compiled:
    """The definition with the tree to store and its digest. JSON in PostgreSQL forgets the order of keys, so the order
    of the steps and fee sets is kept beside."""
    tree = to_tree(service)
    tree["order"] = {"steps": list(service.flow.steps), "fee_sets": list(service.fee_sets)}
    text = json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Compiled(service, tree, hashlib.sha256(text.encode()).digest())


def thawed(tree: dict[str, Any]) -> ServiceDefinition:
    """The definition that `frozen` put into a tree."""
    order, rest = tree["order"], {key: value for key, value in tree.items() if key != "order"}
    if "fee_sets" in rest:
        rest["fee_sets"] = {key: rest["fee_sets"][key] for key in order["fee_sets"]}
    rest["flow"] = {**rest["flow"], "steps": {key: rest["flow"]["steps"][key] for key in order["steps"]}}
    return read_definition(rest)
