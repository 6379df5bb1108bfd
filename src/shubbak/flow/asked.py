"""What a form asks for: questions and papers."""

from __future__ import annotations

from dataclasses import dataclass, field

from .expressions import Expr
from .words import Text


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a field's answers."""

    key: str
    label: Text


@dataclass(frozen=True, slots=True)
class Field:
    """A question. `when` shows it; `personal` seals it; `identifies` hides it from blind steps; `group` is its section.

    `minimum` and `maximum` bound a number, the number of characters of a text, or the rows of a group. `fields` are the
    questions of each row of a group; `value` works out a computed field, which is never asked. A field of kind earlier
    holds the number of a case or paper of one of the services `of`; what it `brings` is the answer of that case for
    each field of this form (`own: theirs`); `in_force` says that an expired paper will not do.
    """

    key: str
    label: Text
    kind: str
    required: Expr | bool = True
    when: Expr | None = None
    personal: bool = False
    identifies: bool = False
    unit: Text | None = None
    choices: tuple[Choice, ...] = ()
    minimum: str | None = None
    maximum: str | None = None
    hint: Text | None = None
    group: Text | None = None
    fields: tuple[Field, ...] = ()
    value: Expr | None = None
    of: tuple[str, ...] = ()
    brings: dict[str, str] = field(default_factory=dict)
    in_force: bool = True

    @property
    def tells_who(self) -> bool:
        """Whether its answer tells who asked, so that no blind step may see it: it says so, it is an earlier case
        (which may be looked up), or a question of its rows does."""
        return self.identifies or self.kind == "earlier" or any(row.tells_who for row in self.fields)


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A paper the applicant brings, when `when` holds; `identifies` hides it from blind steps."""

    key: str
    name: Text
    when: Expr | None = None
    required: Expr | bool = True
    identifies: bool = False
    source: str = ""
    hint: Text | None = None
