"""What the cashier's pages ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from shubbak.design.bound import question
from shubbak.design.shapes import Question
from shubbak.kernel.money import Money
from shubbak.payments.states import DENOMINATIONS, Means


class Collection(forms.Form):
    """One collection: by which lawful means, on which printed leaf."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=64)
    means = forms.ChoiceField(label=_("Means"), widget=forms.RadioSelect)
    reference = forms.CharField(
        label=_("Reference"),
        required=False,
        max_length=64,
        help_text=_("Of the card slip or the bank's deposit notice; none for cash"),
    )
    printed_number = forms.CharField(
        label=_("Printed number of the leaf"),
        max_length=20,
        help_text=_("Look at the leaf in your hand: it must carry this number"),
    )

    def __init__(self, *given: Any, lawful: Sequence[Means], **more: Any) -> None:
        super().__init__(*given, **more)
        self.fields["means"].choices = [(means.value, means.label) for means in lawful]  # type: ignore[attr-defined]

    def clean_reference(self) -> str:
        """Whoever stands at the cashier has the slip in hand: its reference is written down while it is there."""
        reference = str(self.cleaned_data["reference"]).strip()
        if not reference and self.cleaned_data.get("means") not in (None, Means.CASH):
            raise forms.ValidationError(_("Give the reference of the card slip or the bank's deposit notice."))
        return reference


class Count(forms.Form):
    """The banknotes and coins of a drawer, each kind counted."""

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        for note in DENOMINATIONS:
            worth = str(note // 100) if note >= 100 else str(Money(note))
            label = _("%(worth)s pounds") % {"worth": worth}
            self.fields[f"note_{note}"] = forms.IntegerField(
                label=label, required=False, min_value=0, max_value=100_000, widget=forms.TextInput
            )

    def counted(self) -> dict[int, int]:
        """`{denomination in piastres: how many}`, as payments counts."""
        return {note: self.cleaned_data.get(f"note_{note}") or 0 for note in DENOMINATIONS}

    @property
    def notes(self) -> list[Question]:
        """The fields in order; a kind of which there is none may stay empty."""
        asked = (question(self[f"note_{note}"], kind="number") for note in DENOMINATIONS)
        return [replace(one, required=True) for one in asked]


class Closing(Count):
    """The count at the end of a shift, with the reason for a difference."""

    reason = forms.CharField(
        label=_("Reason for a difference"),
        required=False,
        max_length=500,
        widget=forms.Textarea,
        help_text=_("Only when the count differs from what should be there"),
    )


class Opening(Count):
    """The float at the beginning of a shift, and where."""

    unit = forms.ChoiceField(label=_("Unit"))

    def __init__(self, *given: Any, units: Sequence[tuple[str, str]], **more: Any) -> None:
        super().__init__(*given, **more)
        self.fields["unit"].choices = units  # type: ignore[attr-defined]
        self.fields["unit"].initial = units[0][0]


class Book(forms.Form):
    """A book of receipts as it came from the press."""

    unit = forms.ChoiceField(label=_("Unit"))
    series = forms.CharField(label=_("Series group"), max_length=20)
    book_number = forms.IntegerField(label=_("Book number"), min_value=1, widget=forms.TextInput)
    first_number = forms.CharField(label=_("First printed number"), max_length=18)
    last_number = forms.CharField(label=_("Last printed number"), max_length=18)

    def __init__(self, *given: Any, units: Sequence[tuple[str, str]], **more: Any) -> None:
        super().__init__(*given, **more)
        self.fields["unit"].choices = units  # type: ignore[attr-defined]
        self.fields["unit"].initial = units[0][0]


class Handing(forms.Form):
    """To which cashier a book is handed."""

    staff = forms.ChoiceField(label=_("Cashier"))

    def __init__(self, *given: Any, cashiers: Mapping[Any, str], **more: Any) -> None:
        super().__init__(*given, **more)
        self.fields["staff"].choices = [(str(key), name) for key, name in cashiers.items()]  # type: ignore[attr-defined]


class Why(forms.Form):
    """A reason that is kept."""

    reason = forms.CharField(label=_("Reason"), max_length=500, widget=forms.Textarea)
