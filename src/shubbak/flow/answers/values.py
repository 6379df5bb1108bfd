"""One answer as a person typed it or a program sent it: read by the kind of its field into clean, JSON-safe form.

Clean forms: texts stripped; numbers as exact decimal texts ("12.5"), whole numbers as int, money as "1250.50", dates as
"2026-03-01", yes_no as bool, choice as its key, many as a list of keys in the definition's order; address, parcel and
point as objects of texts; file as the upload's key; earlier as the number printed. Groups and computed fields are read
by `checking`, with the answers around them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..asked import Field
from . import figures, sayings, texts, whereabouts
from .unfit import Unfit, is_empty

__all__ = ["Unfit", "is_empty", "read_value"]


def read_value(field: Field, value: Any, facts: Mapping[str, Any] | None = None) -> Any:
    """The clean form of an answer that is not empty; Unfit says how to mend it. `facts` may say `unit` and
    `governorate`, where an address stands that names neither."""
    if field.kind == "address":
        return whereabouts.address(field, value, facts or {})
    reader = _READERS.get(field.kind)
    return reader(field, value) if reader else texts.text(field, value)


def is_unanswered(field: Field, value: Any) -> bool:
    """Whether nothing was answered to this field: an address without a street says nothing, wherever it begins."""
    if field.kind == "address" and isinstance(value, dict):
        return is_empty(value.get("street")) and set(value) <= {"governorate", "unit", "street"}
    return is_empty(value)


def _several(field: Field, value: Any) -> Any:
    raise Unfit("rows", sayings.ROWS)


_READERS: dict[str, Callable[[Field, Any], Any]] = {
    "number": figures.number,
    "whole": figures.whole,
    "money": figures.money,
    "date": figures.day,
    "yes_no": figures.yes_no,
    "choice": figures.choice,
    "many": figures.many,
    "national_id": texts.national_id,
    "mobile": texts.mobile,
    "email": texts.email,
    "arabic": texts.arabic,
    "file": texts.file,
    "earlier": texts.earlier,
    "parcel": whereabouts.parcel,
    "point": whereabouts.point,
    "group": _several,
    "computed": _several,
}
