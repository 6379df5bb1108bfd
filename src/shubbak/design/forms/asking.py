"""From the fields of a definition, and how a form stands, to the questions of a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from django.utils.translation import gettext_lazy as _

from shubbak.kernel.refusal import Fault

from ..shapes import Choice, Question, Rows
from .posted import PREFIX
from .sketching import Drawing

_KINDS = {"whole": "number", "plot": "text", "file": "upload"}
_PARTS = {
    "address": (("governorate", _("Governorate")), ("unit", _("Local unit")), ("street", _("Street and number"))),
    "parcel": (("basin", _("Basin")), ("block", _("Block")), ("number", _("Plot number"))),
    "point": (("lat", _("Latitude")), ("lng", _("Longitude"))),
}
_WHOLE_OF = {"address": "street", "parcel": "number"}
_NEEDED = ("street", "number", "lat", "lng")
BLANK = "__row__"


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that answers a question and waits for its case: the name its bringer gave, and its bytes."""

    name: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Around:
    """What surrounds a form: the governorates, the units of one, where those of another are asked for (`units_at`), the
    place an address begins with, and the sketch for pointing."""

    governorates: Sequence[Choice] = ()
    units: Callable[[str], Sequence[Choice]] = lambda governorate: ()
    units_at: str = ""
    governorate: str = ""
    unit: str = ""
    drawing: Drawing | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a form stands, by path: what was typed, shown, needed, worked out, found, kept, and what is wrong.

    `ids` begins the id of each control; `style` is how choices are asked.
    """

    answers: Mapping[str, Any]
    visible: frozenset[str]
    required: frozenset[str]
    computed: Mapping[str, str] = field(default_factory=dict)
    faults: Sequence[Fault] = ()
    found: Mapping[str, Any] = field(default_factory=dict)
    kept: Mapping[str, Kept] = field(default_factory=dict)
    first: bool = False
    ids: str = "f-"
    style: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """The questions of one section; hidden when none of them applies."""

    title: Any
    questions: tuple[Question, ...]

    @property
    def hidden(self) -> bool:
        return all(one.hidden for one in self.questions)


def sections(fields: Sequence[Any], standing: Standing, around: Around) -> list[Section]:
    """The questions by the sections of the form, in its order; those that do not apply are there, hidden."""
    asked = questions(fields, standing, around)
    paired = zip(fields, asked, strict=True)
    grouped = groupby(paired, key=lambda pair: pair[0].group)
    return [Section(title, tuple(question for _field, question in members)) for title, members in grouped]


def questions(fields: Sequence[Any], standing: Standing, around: Around) -> list[Question]:
    """Every field as a question, hidden where it does not apply; the first visible one takes the focus if asked to."""
    asker = _Asker(standing, around)
    asked = [asker.question(one, standing.answers, "") for one in fields]
    if standing.first:
        place = next((at for at, one in enumerate(asked) if not one.hidden), None)
        if place is not None:
            asked[place] = focused(asked[place])
    return asked


def focused(question: Question) -> Question:
    """The question whose first control takes the focus."""
    if question.parts:
        return replace(question, parts=(focused(question.parts[0]), *question.parts[1:]))
    return replace(question, attributes={**question.attributes, "autofocus": ""})


class _Asker:
    """Asks the fields of one form."""

    def __init__(self, standing: Standing, around: Around) -> None:
        self.standing, self.around = standing, around
        self.faults = {fault.at: fault.message for fault in reversed(list(standing.faults))}

    def question(self, one: Any, answers: Mapping[str, Any], at: str) -> Question:
        """One field; `at` is the path of the row it stands in, with its dot."""
        path = at + one.key
        blank = BLANK in path
        asked = Question(
            name=PREFIX + path,
            label=one.label,
            kind=_KINDS.get(one.kind, one.kind),
            value=_written(answers.get(one.key)),
            hint=one.hint or "",
            error="" if blank else self.faults.get(PREFIX + path, ""),
            choices=tuple(Choice(choice.key, choice.label) for choice in one.choices),
            unit=one.unit or "",
            required=_always(one.required) if blank else path in self.standing.required,
            style=self.standing.style if one.kind == "choice" else "",
            id=self.standing.ids + path.replace(".", "-"),
            path=path,
            hidden=one.when is not None if blank else path not in self.standing.visible,
        )
        return self._of_kind(one, asked, answers.get(one.key), path)

    def _of_kind(self, one: Any, asked: Question, value: Any, path: str) -> Question:
        match one.kind:
            case "address" | "parcel" | "point":
                return self._in_parts(one.kind, asked, value)
            case "group":
                return self._in_rows(one, asked, value, path)
            case "computed":
                return replace(asked, shown=self.standing.computed.get(path, ""))
            case "earlier":
                return replace(asked, shown=self.standing.found.get(path))
            case "file":
                return replace(asked, shown=self.standing.kept.get(path, Kept()) if asked.value else None)
        return asked

    def _in_parts(self, kind: str, asked: Question, value: Any) -> Question:
        given = value if isinstance(value, Mapping) else {_WHOLE_OF[kind]: value} if kind in _WHOLE_OF else {}
        if kind == "address" and BLANK not in asked.path and "." not in asked.path:
            given = self._with_place(given)
        parts = tuple(self._part(kind, asked, key, label, given) for key, label in _PARTS[kind])
        return replace(asked, parts=parts, shown=self.around.drawing if kind == "point" else "")

    def _with_place(self, given: Mapping[str, Any]) -> Mapping[str, Any]:
        """An address that names no place begins with the case's own."""
        if given.get("governorate") or given.get("unit"):
            return given
        return {**given, "governorate": self.around.governorate, "unit": self.around.unit}

    def _part(self, kind: str, asked: Question, key: str, label: Any, given: Mapping[str, Any]) -> Question:
        needed = asked.required and key in _NEEDED
        part = Question(
            name=f"{asked.name}.{key}",
            label=label,
            value=_written(given.get(key)),
            required=key not in ("basin", "block") or not asked.required,
            id=f"{asked.at}-{key}",
            attributes={"aria-invalid": "true"} if asked.error and needed else {},
        )
        if kind == "point":
            return replace(part, kind="code", attributes={**part.attributes, "inputmode": "decimal"})
        if key == "governorate":
            attributes = {"hx-get": self.around.units_at, "hx-target": f"#{asked.at}-unit", "hx-swap": "innerHTML"}
            attributes |= {"hx-trigger": "change", "hx-select": "unset", "hx-disabled-elt": "unset"}
            choices = tuple(self.around.governorates)
            return replace(part, kind="choice", style="select", choices=choices, attributes=attributes)
        if key == "unit":
            units = self.around.units(str(given.get("governorate") or ""))
            return replace(part, kind="choice", style="select", choices=tuple(units))
        return part

    def _in_rows(self, one: Any, asked: Question, value: Any, path: str) -> Question:
        rows = [row for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []
        return replace(
            asked,
            value="",
            rows=tuple(Rows(index, self._row(one, row, f"{path}.{index}.")) for index, row in enumerate(rows)),
            blank=self._row(one, {}, f"{path}.{BLANK}."),
            most=int(one.maximum or 50),
        )

    def _row(self, one: Any, row: Mapping[str, Any], at: str) -> tuple[Question, ...]:
        return tuple(self.question(field, row, at) for field in one.fields)


def _written(value: Any) -> Any:
    """A stored or typed answer as a control holds it."""
    return "" if value is None or isinstance(value, Mapping) else value


def _always(required: Any) -> bool:
    return required is True


def begun(fields: Iterable[Any], answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers with the blank rows that a form shows from the start."""
    given = dict(answers)
    for one in fields:
        if one.kind == "group" and one.required is not False:
            rows = given.get(one.key)
            rows = rows if isinstance(rows, list) else []
            given[one.key] = [*rows, *({} for _ in range(int(one.minimum or 1) - len(rows)))]
    return given


def labels_of(fields: Iterable[Any], answers: Mapping[str, Any], at: str = PREFIX) -> dict[str, Any]:
    """The label of each place where an answer may be wrong, rows included."""
    labels: dict[str, Any] = {}
    for one in fields:
        labels[at + one.key] = one.label
        rows = answers.get(one.key) if one.kind == "group" else None
        for index, row in enumerate(rows if isinstance(rows, list) else ()):
            labels |= labels_of(one.fields, row if isinstance(row, Mapping) else {}, f"{at}{one.key}.{index}.")
    return labels
