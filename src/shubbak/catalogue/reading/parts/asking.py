"""What a file says of questions and papers, one class a piece. What a key means is said in docs/define-a-service.md."""

from __future__ import annotations

from shubbak.flow import vocabulary as known

from .words import Bound, Formula, Key, Name, Pair, Part, Rule, Words, one_of


class FieldPart(Part):
    label: Pair
    kind: one_of(known.FIELD_KINDS, "kind of field")  # type: ignore[valid-type]
    required: Rule = True
    when: Formula | None = None
    personal: bool = False
    identifies: bool = False
    unit: Pair | None = None
    choices: dict[Key, Pair] = {}
    min: Bound | None = None
    max: Bound | None = None
    hint: Pair | None = None
    fields: dict[Name, FieldPart] = {}
    value: Formula | None = None
    of: list[Key] = []
    brings: dict[Name, Name] = {}
    in_force: bool = True


class SectionPart(Part):
    section: Pair
    when: Formula | None = None
    fields: dict[Name, FieldPart]


class DocumentPart(Part):
    name: Pair
    hint: Pair | None = None
    when: Formula | None = None
    required: Rule = True
    identifies: bool = False
    source: Words = ""
