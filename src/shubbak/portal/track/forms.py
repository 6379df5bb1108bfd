"""What a person reads off her slip: the case number and the tracking code."""

from __future__ import annotations

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from shubbak.kernel.arabic import latin_digits
from shubbak.kernel.ids import is_case_number, read_crockford

_CODE = re.compile(r"[0-9A-HJKMNP-TV-Z]{8}")


def case_number(text: str) -> str:
    """The number as it is printed, from what was typed: any digits, any case, with or without hyphens."""
    clean = latin_digits(text).strip().upper().replace("–", "-").replace("—", "-")
    return "-".join(re.split(r"[\s-]+", clean))


class LookUp(forms.Form):
    """The two things that are asked for together."""

    number = forms.CharField(
        label=_("Application number"),
        help_text=_("On the slip, for example \u20660402-2026-001847-K\u2069"),
        max_length=40,
        error_messages={"required": _("Type the application number, as it stands on the slip")},
    )
    code = forms.CharField(
        label=_("Tracking code"),
        help_text=_("The 8 letters and digits under the number"),
        max_length=20,
        error_messages={"required": _("Type the tracking code, as it stands on the slip")},
    )

    def clean_number(self) -> str:
        number = case_number(self.cleaned_data["number"])
        if not is_case_number(number):
            raise forms.ValidationError(
                _("One character of the number is wrong. Compare it with the slip."), "mistyped"
            )
        return number

    def clean_code(self) -> str:
        code = read_crockford(latin_digits(self.cleaned_data["code"]))
        if not _CODE.fullmatch(code):
            raise forms.ValidationError(_("The code has 8 letters and digits. Compare it with the slip."), "mistyped")
        return code
