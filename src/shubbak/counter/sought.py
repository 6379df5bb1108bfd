"""What was typed or scanned into a search field, as a number, a name or a mobile."""

from __future__ import annotations

from shubbak.kernel.arabic import latin_digits


def sought(text: str) -> str:
    """The text without what surrounds it: of a slip's QR (`.../T/<number>-<code>`) only its last part remains."""
    plain = latin_digits(text).strip()[:200]
    return plain.rstrip("/").rpartition("/")[2] if plain.lower().startswith(("http://", "https://")) else plain
