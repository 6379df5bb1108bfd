"""YAML as a tree of nodes that remember their file, line and column, also after flows are merged into services."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import yaml

from .findings import Finding

_Quick: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST, _LONGEST_NUMBER = 60, 60
_WORDS = {"true": True, "yes": True, "false": False, "no": False, "null": None, "~": None, "": None}


class _TooDeep(Exception):
    """A file nested deeper than any of ours; its argument is the line."""


class _Loader(_Quick):  # type: ignore[misc]
    """Reads shapes alone: what a scalar means is for `_scalar` to say, so YAML's own guesses are not made. Stops at a
    depth that would break the stack, here or later."""

    depth = 0

    def descend_resolver(self, parent: yaml.Node | None, index: Any) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise _TooDeep(parent.start_mark.line + 1 if parent is not None else 1)

    def ascend_resolver(self) -> None:
        self.depth -= 1

    def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Node:
    """A mapping (dict), a sequence (list) or a scalar, and where it stands; `key_line` is that of its key, if any."""

    value: Any
    file: str
    line: int
    column: int
    key_line: int = 0
    key_column: int = 0
    style: str = ""

    def holding(self, value: Any) -> Node:
        """Another value at the same place."""
        return Node(value, self.file, self.line, self.column, self.key_line, self.key_column, self.style)

    def finding(self, what: str, mend: str) -> Finding:
        """A mistake about this node, at its key if it has one."""
        return Finding(self.file, self.key_line or self.line, self.key_column or self.column, what, mend)

    def finding_inside(self, offset: int, what: str, mend: str) -> Finding:
        """A mistake `offset` characters into the text of a scalar written on one line."""
        column = self.column + offset + (1 if self.style in ('"', "'") else 0)
        return Finding(self.file, self.line, 0 if self.style in ("|", ">") else column, what, mend)

    def at(self, path: Iterable[Any]) -> Node:
        """The node at `path`, or the deepest one on the way to it that was written."""
        here = self
        for part in path:
            try:
                here = here.value[part]
            except (KeyError, IndexError, TypeError):
                if isinstance(here.value, dict) and str(part) in here.value:
                    here = here.value[str(part)]
                    continue
                break
        return here

    def get(self, key: str) -> Node | None:
        """The child under `key` of a mapping; nothing for anything else."""
        return self.value.get(key) if isinstance(self.value, dict) else None

    def plain(self) -> Any:
        """The same tree as plain dicts, lists and scalars."""
        if isinstance(self.value, dict):
            return {key: child.plain() for key, child in self.value.items()}
        if isinstance(self.value, list):
            return [child.plain() for child in self.value]
        return self.value

    def scalars(self) -> Iterator[Node]:
        """Every scalar below, in the order written."""
        if isinstance(self.value, dict | list):
            for child in self.value.values() if isinstance(self.value, dict) else self.value:
                yield from child.scalars()
        else:
            yield self


def read(text: str, file: str) -> tuple[Node | None, list[Finding]]:
    """The tree of one YAML file; findings for what is not YAML and for keys written twice."""
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return None, [_not_yaml(error, file)]
    except _TooDeep as error:
        return None, [Finding(file, error.args[0], 0, "The file is nested too deeply.", "Take levels out.")]
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + 1
        mend = "Save the file as UTF-8 text without control characters."
        return None, [Finding(file, line, 0, f"The file holds a character that YAML forbids: {error.reason}.", mend)]
    if root is None:
        return None, [Finding(file, 1, 0, "The file is empty.", "Write a service or a flow in it, or delete it.")]
    findings: list[Finding] = []
    return _Composing(file, findings).node(root), findings


def _not_yaml(error: yaml.MarkedYAMLError, file: str) -> Finding:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 0)
    what = f"This is not YAML: {error.problem or error.context or 'unreadable'}."
    mend = "Check the indentation, the space after each colon, and the quotes around text that holds a colon."
    return Finding(file, line, column, what, mend)


class _Composing:
    """One file on its way from PyYAML's nodes to ours."""

    def __init__(self, file: str, findings: list[Finding]) -> None:
        self.file, self.findings, self.seen = file, findings, set[int]()

    def node(self, node: yaml.Node, key: yaml.Node | None = None) -> Node:
        start = node.start_mark
        places = (key.start_mark.line + 1, key.start_mark.column + 1) if key is not None else (0, 0)
        style = getattr(node, "style", None) or ""
        here = (self.file, start.line + 1, start.column + 1, *places, style)
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node, Node(None, *here))
        if id(node) in self.seen:
            empty = Node(None, *here)
            mend = "Write the part out again, or make it a standard part."
            self.findings.append(empty.finding("Anchors and aliases (& and *) are not used here.", mend))
            return empty
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return Node(self.mapping(node), *here)
        return Node([self.node(child) for child in node.value], *here)

    def scalar(self, node: yaml.ScalarNode, empty: Node) -> Node:
        if (
            len(node.value) > _LONGEST_NUMBER
            and not node.style
            and node.value.lstrip("-").replace(".", "", 1).isdigit()
        ):
            what = f"This number has {len(node.value)} digits."
            self.findings.append(empty.finding(what, "Write a shorter number, or put it into quotes if it is text."))
            return empty
        return empty.holding(_scalar(node))

    def mapping(self, node: yaml.MappingNode) -> dict[str, Node]:
        out: dict[str, Node] = {}
        for key, child in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            done = self.node(child, key)
            if name in out:
                mend = f"Keep one of the two (the first stands at line {out[name].key_line}) and delete the other."
                self.findings.append(done.finding(f"The key “{name}” is written twice.", mend))
            elif not name:
                self.findings.append(done.finding("A key is empty or is not plain text.", "Write a short key."))
            else:
                out[name] = done
        return out


def _scalar(node: yaml.ScalarNode) -> Any:
    text: str = node.value
    if node.style:
        return text
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    digits = text.lstrip("-")
    if digits.isascii() and digits.isdigit() and (digits == "0" or digits[0] != "0"):
        return int(text)
    whole, dot, part = digits.partition(".")
    if dot and (whole + part).isascii() and whole.isdigit() and part.isdigit():
        return Decimal(text)
    return text


def merged(base: Node, over: Node) -> Node:
    """`base` with what `over` writes: mappings merge key by key, anything else replaces, an empty value removes."""
    if not (isinstance(base.value, dict) and isinstance(over.value, dict)):
        return over
    value = dict(base.value)
    for key, child in over.value.items():
        if child.value is None:
            value.pop(key, None)
        else:
            value[key] = merged(value[key], child) if key in value else child
    return base.holding(value)
