"""Base32 (RFC 4648 §6) without padding, read strictly: one text for one value."""

from __future__ import annotations

import base64
import binascii


class Slack(ValueError):
    """Not Base32, or not the one way to write its bytes."""


def encode(value: bytes) -> str:
    """Upper-case Base32 without padding: every character is in a QR's alphanumeric set."""
    return base64.b32encode(value).decode().rstrip("=")


def decode(text: str) -> bytes:
    """The bytes; Slack for lower case, padding, foreign characters, or spare bits that are not zero."""
    try:
        value = base64.b32decode(text + "=" * (-len(text) % 8))
    except (binascii.Error, ValueError):
        raise Slack("not Base32") from None
    if encode(value) != text:
        raise Slack("not the canonical Base32 of its bytes")
    return value
