"""The small words of the files: text pairs, durations, expressions, and values chosen from a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from shubbak.flow.expressions import Expr, ExpressionError

_DURATION = re.compile(r"(\d{1,4}) (?:(working|calendar) )?days?")
_WORD = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_NAME = re.compile(r"[a-z][a-z0-9_]*")


class Part(BaseModel):
    """A piece of a file: nothing in it that is not named here, nothing read as what it is not."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, arbitrary_types_allowed=True)


class Pair(Part):
    """The same words in Arabic and in English."""

    ar: Annotated[str, Field(min_length=1)]
    en: Annotated[str, Field(min_length=1)]


class Duration(Part):
    """`3 working days`, `60 calendar days`, `365 days`."""

    days: int
    unit: str


def refuse(what: str, mend: str) -> PydanticCustomError:
    """A refusal in our own words; the two sentences travel to the finding."""
    return PydanticCustomError("ours", "{what}", {"what": what, "mend": mend})


def one_of(words: Collection[str], kind: str) -> Any:
    """Text that must be one of `words`."""

    def check(value: str) -> str:
        if value not in words:
            raise PydanticCustomError("not_one_of", "{value}", {"value": value, "words": sorted(words), "kind": kind})
        return value

    return Annotated[str, AfterValidator(check)]


def _texts(value: Any) -> Any:
    return str(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else value


def _duration(default: str | None) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        match = _DURATION.fullmatch(str(value).strip())
        if match and (match[2] or default):
            return {"days": int(match[1]), "unit": match[2] or default}
        shapes = "`365 days`" if default else "`3 working days` or `60 calendar days`"
        raise refuse(f"“{value}” is not a length of time.", f"Write {shapes}.")

    return read


def _validity(value: Any) -> Any:
    """`365 days`, or a rule: a number of days, or a last day."""
    text = str(value).strip()
    if _DURATION.fullmatch(text) or not isinstance(value, str) or (re.fullmatch(r"[\d.]*\s*\w*", text) and " " in text):
        return Duration(**_duration("calendar")(value))
    return _expression(value)


def _expression(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise refuse("This should be an expression.", "Write one such as `area > 100` or `150`.")
    try:
        return Expr.of(str(value))
    except ExpressionError as error:
        what = f"In the expression “{value}”: {error.what}."
        context = {"what": what, "mend": f"{error.mend or 'Correct it'}.", "column": error.column}
        raise PydanticCustomError("ours", "{what}", context) from None


def _rule(value: Any) -> Any:
    return value if isinstance(value, bool) else _expression(value)


def _shaped(shape: re.Pattern[str], mend: str) -> Callable[[str], str]:
    def check(value: str) -> str:
        if not shape.fullmatch(value):
            raise refuse(f"“{value}” cannot be a key.", mend)
        return value

    return check


def _day(value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise refuse(f"“{value}” is not a day.", "Write it like `2026-03-01`.") from None


def _figure(value: Any) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise refuse(f"“{value}” is not a figure.", "Write a number such as 150 or 12.5.")
    if value < 0:
        raise refuse(f"“{value}” is less than nothing.", "Write 0 or more.")
    return Decimal(value)


Words = Annotated[str, BeforeValidator(_texts)]
Key = Annotated[str, AfterValidator(_shaped(_WORD, "Use small Latin letters, digits and hyphens: `title-deed`."))]
Name = Annotated[str, AfterValidator(_shaped(_NAME, "Use small Latin letters, digits and underscores: `shop_area`."))]
Span = Annotated[Duration, BeforeValidator(_duration(None))]
Validity = Annotated[Duration | Expr, BeforeValidator(_validity)]
Formula = Annotated[Expr, BeforeValidator(_expression)]
Rule = Annotated[Expr | bool, BeforeValidator(_rule)]
Bound = Annotated[str, BeforeValidator(_texts)]
Figure = Annotated[Decimal, BeforeValidator(_figure)]
Code = Annotated[str, BeforeValidator(_texts)]
Day = Annotated[str, BeforeValidator(_texts), AfterValidator(_day)]
