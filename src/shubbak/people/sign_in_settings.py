"""Settings of sign-in as plain constants: `config.settings` takes SETTINGS over whole. Nothing here imports a model."""

from __future__ import annotations

from typing import Any

ABSOLUTE_SECONDS = 10 * 60 * 60
"""A session never outlives a working day."""
IDLE_SECONDS = 20 * 60
"""A session ends when its holder was away this long."""
FAILURES_ALLOWED = 5
LOCKED_SECONDS = 15 * 60
"""So many wrong passwords or codes hold a name off for so long, whether or not the name exists."""
RECENT_SECONDS = 5 * 60
"""So soon after signing in, nobody is asked for the password again."""
TOKEN_HOURS_AT_MOST = 24 * 30
DEMO_PASSWORD = "shubbak-demo-2026"  # noqa: S105  public by design
"""What the demo's cast signs in with; its accounts never sign in outside the demo."""

SETTINGS: dict[str, Any] = {
    "AUTHENTICATION_BACKENDS": ["shubbak.people.signin.backend.StaffBackend"],
    "PASSWORD_HASHERS": ["shubbak.people.signin.hashing.StaffPasswordHasher"],
    "AUTH_PASSWORD_VALIDATORS": [
        {
            "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
            "OPTIONS": {"min_length": 12},
        },
        {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
        {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    ],
    "LOGIN_URL": "account_login",
    "LOGIN_REDIRECT_URL": "/desk/",
    "LOGOUT_REDIRECT_URL": "account_login",
    "SESSION_ENGINE": "django.contrib.sessions.backends.db",
    "SESSION_COOKIE_AGE": ABSOLUTE_SECONDS,
    "SESSION_COOKIE_HTTPONLY": True,
    "SESSION_COOKIE_SAMESITE": "Lax",
    "SESSION_COOKIE_NAME": "sessionid",
    "SESSION_EXPIRE_AT_BROWSER_CLOSE": True,
    "ACCOUNT_ADAPTER": "shubbak.people.signin.account_adapter.StaffAccountAdapter",
    "ACCOUNT_USER_MODEL_USERNAME_FIELD": "username",
    "ACCOUNT_USER_MODEL_EMAIL_FIELD": None,
    "ACCOUNT_LOGIN_METHODS": {"username"},
    "ACCOUNT_SIGNUP_FIELDS": ["username*", "password1*"],
    "ACCOUNT_EMAIL_VERIFICATION": "none",
    "ACCOUNT_PRESERVE_USERNAME_CASING": False,
    "ACCOUNT_LOGOUT_ON_GET": False,
    "ACCOUNT_SESSION_REMEMBER": False,
    "ACCOUNT_PREVENT_ENUMERATION": True,
    "ACCOUNT_REAUTHENTICATION_TIMEOUT": RECENT_SECONDS,
    "ACCOUNT_RATE_LIMITS": False,
    "ACCOUNT_FORMS": {
        "login": "shubbak.people.signin.forms.SignInForm",
        "change_password": "shubbak.people.signin.forms.NewPasswordForm",
    },
    "MFA_ADAPTER": "shubbak.people.signin.mfa_adapter.SealedMfaAdapter",
    "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
    "MFA_PASSKEY_LOGIN_ENABLED": True,
    "MFA_PASSKEY_SIGNUP_ENABLED": False,
    "MFA_TOTP_TOLERANCE": 1,
    "MFA_TRUST_ENABLED": False,
    "MFA_ALLOW_UNVERIFIED_EMAIL": True,
    "MFA_FORMS": {
        "authenticate": "shubbak.people.signin.forms.SecondFactorForm",
        "reauthenticate": "shubbak.people.signin.forms.CodeAgainForm",
        "activate_totp": "shubbak.people.signin.forms.EnrolForm",
    },
    "USERSESSIONS_TRACK_ACTIVITY": False,
    # Nothing is kept in a process: counts and spent codes stand in the database, the same for every worker.
    "CACHES": {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}},
}
