"""The closed tree: every shape a parsed expression may have, and the limits it keeps.

A node is a JSON list whose first member names it:
`["number", "1.5"] ["text", "x"] ["yes"] ["no"] ["none"] ["name", "area"] ["list", n...] ["and", n...] ["or", n...]
["not", n] ["if", condition, then, otherwise] ["compare", "<", a, b] ["in", a, b] ["+", a, b] ["negative", a]
["call", "min", n...] ["call", "each", rows, ["text", "area"]]`. A browser walks the same tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from shubbak.kernel.decimals import decimal_in, is_within

Tree = list[Any]

MAX_LENGTH = 1000
MAX_DEPTH = 24
MAX_NODES = 300
ARITHMETIC = ("+", "-", "*", "/", "%")
COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")
# name: (fewest arguments, most arguments)
FUNCTIONS: dict[str, tuple[int, int]] = {
    "min": (1, 20),
    "max": (1, 20),
    "sum": (1, 20),
    "round": (1, 2),
    "ceil": (1, 1),
    "len": (1, 1),
    "days": (2, 2),
    "year": (1, 1),
    "each": (2, 2),
}
# name: (fewest children, most children), for nodes whose members after the name are all nodes
_PLAIN: dict[str, tuple[int, int]] = {
    "yes": (0, 0),
    "no": (0, 0),
    "none": (0, 0),
    "list": (0, MAX_NODES),
    "and": (2, MAX_NODES),
    "or": (2, MAX_NODES),
    "not": (1, 1),
    "if": (3, 3),
    "in": (2, 2),
    "negative": (1, 1),
    **dict.fromkeys(ARITHMETIC, (2, 2)),
}


class NotClosed(ValueError):
    """A tree with a node that no expression can have, or beyond the limits."""


def children(node: Tree) -> Tree:
    """The nodes below one node."""
    if node[0] in ("number", "text", "name"):
        return []
    return node[2:] if node[0] in ("compare", "call") else node[1:]


def ensure_closed(tree: object) -> Tree:
    """`tree` itself when every node is one of the closed set and within the limits; else NotClosed."""
    waiting: list[tuple[object, int]] = [(tree, 1)]
    seen = 0
    while waiting:
        node, depth = waiting.pop()
        seen += 1
        if seen > MAX_NODES or depth > MAX_DEPTH:
            raise NotClosed("the expression is too long or too deep")
        if not isinstance(node, list) or not _is_node(node):
            raise NotClosed(f"not a node of an expression: {str(node)[:60]}")
        waiting += [(child, depth + 1) for child in children(node)]
    assert isinstance(tree, list)
    return tree


def _is_node(node: Tree) -> bool:
    match node:
        case ["number", str(text)]:
            return is_number(text)
        case ["text" | "name", str(text)]:
            return len(text) <= MAX_LENGTH and _is_storable(text)
        case ["compare", str(sign), _, _]:
            return sign in COMPARISONS
        case ["call", "each", _, key]:
            return isinstance(key, list) and len(key) == 2 and key[0] == "text"
        case ["call", str(name), *arguments] if name in FUNCTIONS:
            fewest, most = FUNCTIONS[name]
            return fewest <= len(arguments) <= most
        case [str(name), *members] if name in _PLAIN:
            fewest, most = _PLAIN[name]
            return fewest <= len(members) <= most
    return False


def _is_storable(text: str) -> bool:
    return not any(char == "\0" or "\ud800" <= char <= "\udfff" for char in text)


def is_number(text: str) -> bool:
    """Whether a text is a number of at most forty characters, up to 10^15."""
    value = decimal_in(text)
    return value is not None and is_within(value) and len(text) <= 40


def nodes(tree: Tree) -> Iterator[Tree]:
    """Every node of a closed tree."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += children(node)


def names_in(tree: Tree) -> frozenset[str]:
    """The names a closed tree asks for."""
    return frozenset(node[1] for node in nodes(tree) if node[0] == "name")
