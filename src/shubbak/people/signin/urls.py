"""Addresses under /staff/. The names are allauth's, which reverses them; what else it offers is not mounted."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.usersessions import views as sessions
from django.urls import path, reverse_lazy

from ..access import View, public, signed_in
from . import views
from .gate import both_factors


def _page(view: type, name: str, **more: object) -> View:
    return view.as_view(template_name=f"people/{name}.html", **more)  # type: ignore[attr-defined, no-any-return]


def _change(view: View) -> View:
    return signed_in(both_factors(view))


_HOME = reverse_lazy("mfa_index")

urlpatterns = [
    path("", views.door, name="staff_door"),
    path("sign-in/", public(views.SignInView.as_view()), name="account_login"),
    path("sign-in/code/", public(_page(mfa.AuthenticateView, "code")), name="mfa_authenticate"),
    path("sign-in/passkey/", public(webauthn.LoginWebAuthnView.as_view()), name="mfa_login_webauthn"),
    path("sign-out/", public(_page(account.LogoutView, "sign_out")), name="account_logout"),
    path("again/", signed_in(_page(account.ReauthenticateView, "again")), name="account_reauthenticate"),
    path("again/code/", signed_in(_page(mfa.ReauthenticateView, "again_code")), name="mfa_reauthenticate"),
    path(
        "again/passkey/",
        signed_in(_page(webauthn.ReauthenticateWebAuthnView, "again_passkey")),
        name="mfa_reauthenticate_webauthn",
    ),
    path("second-factor/", views.second_factor, name="second_factor"),
    path("security/", signed_in(views.SecurityView.as_view()), name="mfa_index"),
    path(
        "security/password/",
        _change(_page(account.PasswordChangeView, "security/password", success_url=_HOME)),
        name="account_change_password",
    ),
    path("security/authenticator/", _change(views.EnrolView.as_view()), name="mfa_activate_totp"),
    path(
        "security/authenticator/remove/",
        _change(_page(totp.DeactivateTOTPView, "security/remove_authenticator")),
        name="mfa_deactivate_totp",
    ),
    path(
        "security/codes/",
        _change(_page(codes.ViewRecoveryCodesView, "security/codes")),
        name="mfa_view_recovery_codes",
    ),
    path(
        "security/codes/new/",
        _change(_page(codes.GenerateRecoveryCodesView, "security/new_codes")),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "security/passkeys/", signed_in(_page(webauthn.ListWebAuthnView, "security/passkeys")), name="mfa_list_webauthn"
    ),
    path("security/passkeys/add/", _change(views.AddPasskeyView.as_view()), name="mfa_add_webauthn"),
    path(
        "security/passkeys/<int:pk>/",
        _change(_page(webauthn.EditWebAuthnView, "security/rename_passkey")),
        name="mfa_edit_webauthn",
    ),
    path(
        "security/passkeys/<int:pk>/remove/",
        _change(_page(webauthn.RemoveWebAuthnView, "security/remove_passkey")),
        name="mfa_remove_webauthn",
    ),
    path(
        "security/sessions/",
        signed_in(_page(sessions.ListUserSessionsView, "security/sessions")),
        name="usersessions_list",
    ),
    path("security/tokens/", views.tokens, name="my_tokens"),
    path("security/tokens/<uuid:token_id>/revoke/", views.end_token, name="end_token"),
]
