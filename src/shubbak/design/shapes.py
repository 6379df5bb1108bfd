"""What components are given: small frozen records that any door can fill. No rules, no queries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

ROMAN_KINDS = frozenset(
    {"number", "money", "national_id", "mobile", "passport", "email", "code", "commercial_register", "tax_number"}
)
DIGIT_KINDS = frozenset({"national_id", "mobile", "tax_number", "commercial_register"})


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a closed question."""

    value: str
    label: Any
    hint: Any = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One field with its words. `kind`: text long_text number money date yes_no choice many national_id passport mobile
    address email password code file tick search hidden; an unknown kind is asked as text. `value` stands in it now.

    `style` is `radios` or `select` for a choice (by the number of choices when empty); `attributes` are further
    attributes of the control (`hx-get`, `autocomplete`), `key` its Alt key.

    Of a service's form (`forms.asking`) besides: `path` names it for the page's own rules, `hidden` says that it does
    not apply now; `parts` are the controls of an address, parcel or point; a group has `rows`, a `blank` one and at
    `most` so many; `shown` is what a computed answer comes to, an earlier case that was found, a file that is kept.
    """

    name: str
    label: Any
    kind: str = "text"
    value: Any = ""
    hint: Any = ""
    error: Any = ""
    choices: tuple[Choice, ...] = ()
    unit: Any = ""
    required: bool = True
    style: str = ""
    key: str = ""
    id: str = ""
    accept: str = ""
    attributes: Mapping[str, Any] = field(default_factory=dict)
    path: str = ""
    hidden: bool = False
    parts: tuple[Question, ...] = ()
    rows: tuple[Rows, ...] = ()
    blank: tuple[Question, ...] = ()
    most: int = 0
    shown: Any = ""

    @property
    def at(self) -> str:
        """The id of the control, to which an error summary links."""
        return self.id or "f-" + self.name.replace(".", "-")

    @property
    def roman(self) -> bool:
        """Whether what is typed runs left to right."""
        return self.kind in ROMAN_KINDS

    @property
    def inputmode(self) -> str:
        if self.kind in DIGIT_KINDS:
            return "numeric"
        return {"number": "decimal", "money": "decimal", "email": "email"}.get(self.kind, "")

    @property
    def described_by(self) -> str:
        parts = [self.at + "-hint"] if self.hint else []
        return " ".join([*parts, self.at + "-error"] if self.error else parts)

    @property
    def as_radios(self) -> bool:
        return self.style == "radios" or (self.style != "select" and len(self.choices) <= 4)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The values ticked now, as text."""
        if isinstance(self.value, (list, tuple, set, frozenset)):
            return tuple(str(one) for one in self.value)
        if isinstance(self.value, bool):
            return ("yes" if self.value else "no",)
        return (str(self.value),) if self.value not in (None, "") else ()


@dataclass(frozen=True, slots=True)
class Rows:
    """One row of a repeating group, by its place from 0."""

    index: int
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """One step on the line of a case. `status` is done, now or ahead; `waiting` says the reader herself is awaited."""

    name: Any
    status: str
    note: Any = ""
    by: Any = ""
    at: datetime | None = None
    due: date | None = None
    waiting: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a summary (check your answers): its name, its value, and where to change it."""

    name: Any
    value: Any
    href: str = ""
    action: Any = ""


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab, a plain link; `count` is shown when it is not None."""

    label: Any
    href: str
    on: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a task list, with its state as a tone and a word."""

    label: Any
    href: str = ""
    tone: str = "soft"
    state: Any = ""
    hint: Any = ""
