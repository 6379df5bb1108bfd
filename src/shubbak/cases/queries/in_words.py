"""An answer as a person reads it, in the language now spoken."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from shubbak.design.formats import COMMA, amount, day_text, language, said
from shubbak.flow.definition import Field
from shubbak.kernel.money import Money
from shubbak.kernel.refusal import NotThere
from shubbak.places import queries as places


def in_words(field: Field, value: Any) -> str:
    """A choice by its label, a day and an amount in words, a place by its names, a person's number masked, the rows of
    a group one after the other; the rest as it is."""
    if field.kind == "group":
        return "؛ ".join(_row(field, row) for row in value) if isinstance(value, list) else str(value)
    return _KINDS.get(field.kind, _chosen)(field, value)


def _row(field: Field, row: Mapping[str, Any]) -> str:
    return COMMA[language()].join(
        f"{said(one.label)}: {in_words(one, row[one.key])}{f' {said(one.unit)}' if one.unit else ''}"
        for one in field.fields
        if one.key in row
    )


def _chosen(field: Field, value: Any) -> str:
    label = next((choice.label for choice in field.choices if choice.key == str(value)), None)
    if label is not None:
        return said(label)
    return COMMA[language()].join(str(v) for v in value.values() if v) if isinstance(value, dict) else str(value)


def _yes_no(_field: Field, value: Any) -> str:
    return _("Yes") if value else _("No")


def _many(field: Field, value: Any) -> str:
    return COMMA[language()].join(_chosen(field, one) for one in value) if isinstance(value, list) else str(value)


def _masked(_field: Field, value: Any) -> str:
    return "•" * max(0, len(str(value)) - 4) + str(value)[-4:]


def _day(_field: Field | None, value: Any) -> str:
    try:
        return day_text(date.fromisoformat(value))
    except (TypeError, ValueError):
        return str(value)


def _money(_field: Field, value: Any) -> str:
    try:
        pounds = amount(Money.parse(str(value)))
    except ValueError:
        return str(value)
    return _("EGP %(amount)s") % {"amount": pounds}


def _address(_field: Field, value: Any) -> str:
    if not isinstance(value, dict):
        return str(value)
    street = str(value.get("street", ""))
    street = f"\u2068{street}\u2069" if language() == "en" and not street.isascii() else street
    named = (_place(value.get(key, "")) for key in ("unit", "governorate"))
    return COMMA[language()].join(part for part in (street, *named) if part)


def _place(code: str) -> str:
    try:
        return said(places.unit(code).name) if code else ""
    except NotThere:
        return code


def _parcel(_field: Field, value: Any) -> str:
    if not isinstance(value, dict):
        return str(value)
    names = (("basin", _("basin")), ("block", _("block")), ("number", _("plot")))
    return COMMA[language()].join(f"{name} {value[key]}" for key, name in names if value.get(key))


def _point(_field: Field, value: Any) -> str:
    return f"{value['lat']}, {value['lng']}" if isinstance(value, dict) else str(value)


def worked_out(value: Any) -> str:
    """What a computed question came to: yes or no, a day, a number or a text."""
    return (_("Yes") if value else _("No")) if isinstance(value, bool) else _day(None, value)


def _computed(_field: Field, value: Any) -> str:
    return worked_out(value)


def _file(_field: Field, _value: Any) -> str:
    return _("File attached")


_KINDS: dict[str, Callable[[Field, Any], str]] = {
    "yes_no": _yes_no,
    "many": _many,
    "national_id": _masked,
    "mobile": _masked,
    "date": _day,
    "money": _money,
    "address": _address,
    "parcel": _parcel,
    "point": _point,
    "computed": _computed,
    "file": _file,
}
