"""From Django's forms and the kernel's faults to what components are given."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms import BoundField
from django.forms.forms import BaseForm

from shubbak.kernel.refusal import Fault, Refusal

from .shapes import Choice, Question

_KINDS: tuple[tuple[type, str], ...] = (
    (forms.PasswordInput, "password"),
    (forms.HiddenInput, "hidden"),
    (forms.Textarea, "long_text"),
    (forms.FileInput, "file"),
    (forms.CheckboxSelectMultiple, "many"),
    (forms.SelectMultiple, "many"),
    (forms.CheckboxInput, "tick"),
    (forms.RadioSelect, "choice"),
    (forms.Select, "choice"),
    (forms.EmailInput, "email"),
    (forms.DateInput, "date"),
    (forms.NumberInput, "number"),
)


def question(bound_field: BoundField, *, kind: str = "", key: str = "", style: str = "") -> Question:
    """The question a bound form field asks."""
    widget = bound_field.field.widget
    found = next((name for cls, name in _KINDS if isinstance(widget, cls)), "text")
    attributes = {k: v for k, v in widget.attrs.items() if k not in ("class", "required", "id")}
    choices = getattr(widget, "choices", ())
    return Question(
        name=bound_field.html_name,
        label=bound_field.label,
        kind=kind or found,
        value="" if found in ("password", "file") or bound_field.value() is None else bound_field.value(),
        hint=bound_field.help_text,
        error=next(iter(bound_field.errors), ""),
        choices=tuple(Choice(str(value), label) for value, label in choices),
        required=bound_field.field.required,
        style=style or ("radios" if isinstance(widget, forms.RadioSelect) else ""),
        key=key,
        id=bound_field.id_for_label or "",
        attributes=attributes,
    )


def _anchor(at: str) -> str:
    name = at.removeprefix("answers.")
    return "f-" + name.replace(".", "-") if name else ""


def faults(found: Any) -> list[tuple[str, Any]]:
    """`(anchor, message)` pairs of a Refusal, of `kernel.refusal.Fault`s, of a Django form, or of such pairs.

    A fault at `answers.area` or at `area` points to the control of the question named `area`.
    """
    if not found:
        return []
    if isinstance(found, Refusal):
        return faults(found.faults) or [("", found.message)]
    if isinstance(found, BaseForm):
        return _form_faults(found)
    return [_pair(one) for one in _each(found)]


def _each(found: Any) -> Iterable[Any]:
    return found if isinstance(found, (list, tuple)) else [found]


def _pair(one: Any) -> tuple[str, Any]:
    if isinstance(one, Fault):
        return _anchor(one.at), one.message
    return ("", one) if not isinstance(one, (tuple, list)) else (str(one[0]), one[1])


def _form_faults(form: BaseForm) -> list[tuple[str, Any]]:
    pairs: list[tuple[str, Any]] = []
    for name, messages in form.errors.items():
        anchor = (form[name].id_for_label or "f-" + form[name].html_name) if name in form.fields else ""
        pairs += [(anchor, message) for message in messages]
    return pairs
