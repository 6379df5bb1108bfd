"""Sign-in, second factors, sessions and tokens of whoever is signed in: allauth's views in our clothes."""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID

from allauth.account import views as account
from allauth.account.adapter import get_adapter
from allauth.mfa.base import views as mfa
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from shubbak.kernel.refusal import Refusal

from .. import queries
from ..access import StaffRequest, public, signed_in, staff
from ..actions import issue_token, revoke_token
from ..models import Account
from ..sign_in_settings import DEMO_PASSWORD
from . import session
from .forms import TokenForm
from .gate import both_factors

ONWARD = "onward"


class SignInView(account.LoginView):
    """The sign-in page; in the demo it lists the cast."""

    template_name = "people/sign_in.html"
    extra_context = {"demo_cast": queries.demo_cast, "demo_password": DEMO_PASSWORD}


@public
@require_safe
def door(request: HttpRequest) -> HttpResponse:
    """Where staff come in: to their own work when they are signed in, else to the sign-in page."""
    signed = request.user.is_authenticated
    return redirect(get_adapter(request).get_login_redirect_url(request) if signed else "account_login")


class EnrolView(ActivateTOTPView):
    """A new authenticator; its first code counts as a second factor given in this session."""

    template_name = "people/security/enrol.html"

    def form_valid(self, form: Any) -> HttpResponse:
        first = not queries.factor_kinds(self.request.user.pk)
        response = super().form_valid(form)
        _strengthen(self.request, Authenticator.Type.TOTP, first=first)
        return response


class AddPasskeyView(AddWebAuthnView):
    """A new passkey; its ceremony counts as a second factor given in this session."""

    template_name = "people/security/add_passkey.html"

    def form_valid(self, form: Any) -> HttpResponse:
        first = not queries.factor_kinds(self.request.user.pk)
        response = super().form_valid(form)
        _strengthen(self.request, Authenticator.Type.WEBAUTHN, first=first)
        return response


class SecurityView(mfa.IndexView):
    """What protects the account, and where to change it."""

    template_name = "people/security/index.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.extra_context = {"onward": request.session.pop(ONWARD, "")}
        return super().get(request, *args, **kwargs)


@signed_in
def second_factor(request: HttpRequest) -> HttpResponse:
    """Where somebody is sent whose role sleeps: to give her second factor, or to set one up first."""
    onward = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(onward, {request.get_host()}, require_https=request.is_secure()):
        onward = ""
    kinds = queries.factor_kinds(request.user.pk)
    if not kinds:
        request.session[ONWARD] = onward
        return render(request, "people/second_factor_needed.html", {"onward": onward})
    name = "mfa_reauthenticate" if Authenticator.Type.TOTP in kinds else "mfa_reauthenticate_webauthn"
    return redirect(reverse(name, query={"next": onward} if onward else None))


@staff()
@both_factors
def tokens(request: StaffRequest) -> HttpResponse:
    """Her API tokens; a new one is shown once, on the answer to its own request."""
    form, raw, refusal = TokenForm(request.POST or None), "", None
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data
        try:
            raw = issue_token(by=request.actor, staff=request.staff, hours=words["hours"], label=words["label"])
        except Refusal as refused:
            refusal = refused
    page = {"form": form, "raw": raw, "refusal": refusal, "tokens": queries.tokens_of(request.staff)}
    return render(request, "people/security/tokens.html", page, status=422 if form.errors or refusal else 200)


@staff()
@require_POST
def end_token(request: StaffRequest, token_id: UUID) -> HttpResponse:
    """Revoke one of her tokens."""
    revoke_token(by=request.actor, token_id=token_id)
    return redirect("my_tokens")


def _strengthen(request: HttpRequest, kind: str, *, first: bool) -> None:
    """This session has given the new factor; with her first, the sessions that the password alone opened are over."""
    factor = Authenticator.objects.filter(user_id=request.user.pk, type=kind).latest("created_at")
    post_authentication(request, factor, reauthenticated=True)
    session.renew_key(request)
    if first:
        session.end_others(request, cast(Account, request.user))
