"""The host whose papers these are, and the private claims we use beside the permit's own."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings

ISSUER_STATUS = -70002
ISSUER_KEYS = -70003
TTL_CLAIM = 65534


def host() -> str:
    """The host of SHUBBAK_PUBLIC_URL: printed beside every QR, so that a foreign one is noticed."""
    return urlsplit(settings.SHUBBAK_PUBLIC_URL).netloc.lower()
