"""What the browser is told to refuse, and how cookies travel.

Plain http is for the demo and for trying things out, and only when SHUBBAK_PUBLIC_URL says so; otherwise everything is
https behind a proxy that ends TLS and sets X-Forwarded-Proto.
"""

from __future__ import annotations

from typing import Any

from csp.constants import NONCE, NONE, SELF

_YEAR = 365 * 24 * 60 * 60
_POLICY = {
    "default-src": [NONE],
    "script-src": [SELF, NONCE],
    "style-src": [SELF],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "media-src": [SELF, "blob:"],
    "manifest-src": [SELF],
    "worker-src": [SELF],
    "object-src": [NONE],
    "form-action": [SELF],
    "frame-ancestors": [NONE],
    "base-uri": [NONE],
}


def protection(*, plain: bool) -> dict[str, Any]:
    """Django's security settings; `plain` when the public address is http."""
    common = {
        "CONTENT_SECURITY_POLICY": {"DIRECTIVES": _POLICY},
        "SECURE_CONTENT_TYPE_NOSNIFF": True,
        "SECURE_REFERRER_POLICY": "same-origin",
        "SECURE_CROSS_ORIGIN_OPENER_POLICY": "same-origin",
        "X_FRAME_OPTIONS": "DENY",
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_SAMESITE": "Lax",
        "CSRF_FAILURE_VIEW": "shubbak.config.web.faults.csrf",
        "LANGUAGE_COOKIE_SAMESITE": "Lax",
        "LANGUAGE_COOKIE_HTTPONLY": True,
        "LANGUAGE_COOKIE_AGE": _YEAR,
        "DATA_UPLOAD_MAX_MEMORY_SIZE": 12 * 1024 * 1024,
        "DATA_UPLOAD_MAX_NUMBER_FIELDS": 1000,
    }
    return common if plain else common | _only_https()


def _only_https() -> dict[str, Any]:
    return {
        "SECURE_SSL_REDIRECT": True,
        "SECURE_REDIRECT_EXEMPT": [r"^healthz$", r"^readyz$"],
        "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https"),
        "SECURE_HSTS_SECONDS": _YEAR,
        "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
        "SECURE_HSTS_PRELOAD": True,
        "SESSION_COOKIE_SECURE": True,
        "SESSION_COOKIE_NAME": "__Host-sessionid",
        "CSRF_COOKIE_SECURE": True,
        "CSRF_COOKIE_NAME": "__Host-csrftoken",
        "LANGUAGE_COOKIE_SECURE": True,
    }
