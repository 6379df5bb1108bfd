"""How a rule says no: with a code for machines and a sentence in the reader's language that says how to mend it.

The message may be a lazy translation; the doors turn a Refusal into an error summary or an RFC 9457 problem.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Fault:
    """One wrong value: where it is (`answers.area`, `documents.0.upload`), which rule, and how to mend it."""

    at: str
    code: str
    message: Any


def below(at: str, name: str) -> str:
    """The place of what is called `name` within `at`, whatever signs the name has: a dot in it is written `~2`."""
    return f"{at}.{name.replace('~', '~0').replace('.', '~2')}"


def parts_of(at: str) -> tuple[str, ...]:
    """The names on the way to a fault, as they are."""
    return tuple(part.replace("~2", ".").replace("~0", "~") for part in at.split(".")) if at else ()


class Refusal(Exception):
    """A rule refused; nothing was written. `status` is what the API answers."""

    status = 409

    def __init__(self, code: str, message: Any, *, faults: Iterable[Fault] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.message = message
        self.faults = tuple(faults)

    def __str__(self) -> str:
        return str(self.message)


class Invalid(Refusal):
    """What was given is wrong; `faults` say where (422)."""

    status = 422


class NotThere(Refusal):
    """It does not exist, or it does not exist for this actor: the two are answered alike (404)."""

    status = 404


class NotNow(Refusal):
    """The act is right but the state is not: moved on already, unpaid, still running (409)."""

    status = 409


class NotYours(Refusal):
    """The actor may see the thing but not do this to it: separation of duties, four eyes (403)."""

    status = 403


def say(message: Any, language: str) -> str:
    """A refusal's or a fault's message in the reader's language: a pair of texts chooses, a translation is lazy."""
    chosen = message.in_language(language) if hasattr(message, "in_language") else message
    return str(chosen)
