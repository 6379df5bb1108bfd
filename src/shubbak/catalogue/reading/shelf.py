"""What services may take from the shelf: flows, and standard parts, written over where a service differs."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from .findings import Finding
from .guessing import did_you_mean
from .nodes import Node, merged

GROUPS = ("fields", "sections", "documents", "fee-lines", "limits", "reasons")
_TAKEN = ("take", "section", "without", "when", "change", "fields")


@dataclass(slots=True)
class Shelf:
    """Flows by key, and standard parts by group (`fields`, `documents`, ...) and key."""

    flows: dict[str, Node] = field(default_factory=dict)
    standard: dict[str, dict[str, Node]] = field(default_factory=dict)

    def filled(self, node: Node, group: str, findings: list[Finding]) -> Node:
        """A mapping with every member that says `standard` taken from `group`."""
        if not isinstance(node.value, dict):
            return node
        value = {}
        for key, child in node.value.items():
            done = self._member(key, child, group, findings)
            if done is not None:
                value[key] = self._rows(done, findings) if group == "fields" else done
        return node.holding(value)

    def section(self, section: Node, findings: list[Finding]) -> Node:
        """A section of the form, written out: taken whole if it says `take`, its standard questions filled in."""
        if section.get("take") is not None:
            section = self._taken(section, findings)
        fields = section.get("fields")
        if fields is None:
            return section
        return section.holding({**section.value, "fields": self.filled(fields, "fields", findings)})

    def _member(self, key: str, child: Node, group: str, findings: list[Finding]) -> Node | None:
        over = child.get("standard")
        if child.value != "standard" and (over is None or over.value is not True):
            return child
        known = self.standard.get(group, {})
        if key not in known:
            mend = did_you_mean(key, known) or "Write the part out here, or add it to the standard parts."
            findings.append(child.finding(f"There is no standard part “{key}” among {group}.", mend))
            return None
        part = known[key]
        if over is not None:
            rest = {k: v for k, v in child.value.items() if k != "standard"}
            part = merged(part, child.holding(rest))
        return replace(part, key_line=child.key_line, key_column=child.key_column, file=child.file)

    def _rows(self, question: Node, findings: list[Finding]) -> Node:
        rows = question.get("fields")
        if rows is None:
            return question
        return question.holding({**question.value, "fields": self.filled(rows, "fields", findings)})

    def _taken(self, use: Node, findings: list[Finding]) -> Node:
        name, known = use.value["take"], self.standard.get("sections", {})
        for key in [key for key in use.value if key not in _TAKEN]:
            mend = did_you_mean(key, _TAKEN) or "Beside `take` stand only `without`, `when`, `change` and `fields`."
            findings.append(use.value[key].finding(f"“{key}” is not known here.", mend))
        base = known.get(str(name.value))
        if base is None:
            mend = did_you_mean(str(name.value), known) or "Write the section out here: `section` and `fields`."
            findings.append(name.finding(f"There is no standard section “{name.value}”.", mend))
            return use.holding({})
        asked = base.get("fields")
        fields = dict(asked.value) if asked is not None and isinstance(asked.value, dict) else {}
        _change(fields, use, findings)
        over = {key: use.value[key] for key in ("section", "when") if key in use.value}
        whole = (asked or use).holding(fields)
        return use.holding({**base.value, **over, "fields": whole})


def _change(fields: dict[str, Node], use: Node, findings: list[Finding]) -> None:
    """Take questions away, write over them, add some; what is not there to be changed is a mistake."""
    without, change, more = use.get("without"), use.get("change"), use.get("fields")
    for name in without.value if without is not None and isinstance(without.value, list) else []:
        if fields.pop(str(name.value), None) is None:
            findings.append(_missing(name, str(name.value), use, fields))
    for key, over in change.value.items() if change is not None and isinstance(change.value, dict) else ():
        if key in fields:
            fields[key] = merged(fields[key], over)
        else:
            findings.append(_missing(over, key, use, fields))
    for key, question in more.value.items() if more is not None and isinstance(more.value, dict) else ():
        if key in fields:
            what = f"The section “{use.value['take'].value}” asks “{key}” already."
            findings.append(question.finding(what, "Write what differs under `change`, or choose another key."))
        fields[key] = question


def _missing(node: Node, key: str, use: Node, fields: dict[str, Node]) -> Finding:
    mend = did_you_mean(key, fields) or f"It asks {', '.join(fields) or 'nothing more'}."
    return node.finding(f"The section “{use.value['take'].value}” does not ask “{key}”.", mend)
