"""Tell a refusal on the form that caused it."""

from __future__ import annotations

from django import forms

from shubbak.kernel.refusal import Refusal


def tell(form: forms.Form, refused: Refusal) -> None:
    """Put each fault at its field; what belongs to no field of the form stands at its head."""
    for fault in refused.faults:
        form.add_error(fault.at if fault.at in form.fields else None, str(fault.message))
    if not refused.faults:
        form.add_error(None, str(refused.message))
