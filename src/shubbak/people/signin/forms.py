"""The forms of sign-in: digits of any script, lock-out, codes that work once."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter as account_adapter
from allauth.account.forms import ChangePasswordForm, LoginForm
from allauth.core import context
from allauth.mfa.adapter import get_adapter as mfa_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from django import forms
from django.utils.translation import gettext_lazy as _

from shubbak.kernel.arabic import latin_digits

from .. import queries
from ..actions import count_miss, forgive_misses, spend_code
from ..models import Account
from ..sign_in_settings import FAILURES_ALLOWED, LOCKED_SECONDS, TOKEN_HOURS_AT_MOST

_DOOR = "second_factor"
_CODE = {"autocomplete": "one-time-code", "inputmode": "numeric", "maxlength": 20, "autofocus": "autofocus"}
_LOGIN = {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false", "autofocus": "autofocus"}


class SignInForm(LoginForm):
    """Staff number and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        login, password = self.fields["login"], self.fields["password"]
        login.label, password.label = _("Staff number"), _("Password")
        login.widget.attrs = dict(_LOGIN)
        password.widget.attrs = {"autocomplete": "current-password", "dir": "ltr"}
        password.help_text = ""

    def clean_login(self) -> str:
        return latin_digits(super().clean_login()).lower()


class NewPasswordForm(ChangePasswordForm):
    """The password now, and the new one twice."""

    def clean_oldpassword(self) -> str:
        """Counted like a sign-in, on the same count: so many wrong ones hold both doors."""
        password: str = self.cleaned_data["oldpassword"]
        if not account_adapter().reauthenticate(self.user, password):
            raise account_adapter().validation_error("enter_current_password")
        return password


class _CodeOnce:
    """A code that is counted before it is checked, and that no second request can use."""

    user: Account

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: forms.Field = self.fields["code"]  # type: ignore[attr-defined]
        field.label, field.widget.attrs = _("Code"), dict(_CODE)
        field.initial = queries.demo_code(self.user)

    def clean_code(self) -> str:
        self.cleaned_data["code"] = latin_digits(self.cleaned_data["code"]).replace(" ", "")  # type: ignore
        subject = str(self.user.pk)
        if not count_miss(door=_DOOR, subject=subject, allowed=FAILURES_ALLOWED, seconds=LOCKED_SECONDS):
            raise account_adapter().validation_error("too_many_login_attempts")
        code: str = super().clean_code()  # type: ignore[misc]
        if not self.user.is_demo and not spend_code(account=self.user, code=code):
            raise mfa_adapter().validation_error("incorrect_code")
        forgive_misses(door=_DOOR, subject=subject)
        return code


class SecondFactorForm(_CodeOnce, AuthenticateForm):
    """The code asked after the password."""


class CodeAgainForm(_CodeOnce, ReauthenticateForm):
    """The code asked again before something sensitive."""


class EnrolForm(_CodeOnce, ActivateTOTPForm):
    """The first code of a new authenticator; its secret waits sealed in the session."""

    secret: str

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        stored = context.request.session
        waiting = SECRET_SESSION_KEY in stored
        super().__init__(*args, **kwargs)
        if self.is_bound and waiting:
            self.secret = mfa_adapter().decrypt(self.secret)
        else:
            stored[SECRET_SESSION_KEY] = mfa_adapter().encrypt(self.secret)

    @property
    def spaced_secret(self) -> str:
        """The secret in groups of four, as one types it from a screen."""
        return " ".join(self.secret[at : at + 4] for at in range(0, len(self.secret), 4))


class TokenForm(forms.Form):
    """What a new API token is for, and for how long."""

    label = forms.CharField(label=_("What is it for?"), max_length=80)
    hours = forms.IntegerField(label=_("Hours it lives"), min_value=1, max_value=TOKEN_HOURS_AT_MOST, initial=12)
