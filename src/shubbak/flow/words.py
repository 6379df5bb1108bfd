"""In which language a pair of words is said when nobody names one: `config` says how to know the reader's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def _arabic() -> str:
    return "ar"


_language: Callable[[], str] = _arabic


def speak_by(language: Callable[[], str]) -> None:
    """From now on `str(Text)` follows what `language()` answers ("ar", "en-gb", ...)."""
    global _language
    _language = language


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Arabic and in English; `str()` of it is in the reader's language."""

    ar: str
    en: str

    def in_language(self, language: str | None) -> str:
        """The words in `language` ("ar", "ar-eg", "en", ...); Arabic for any other."""
        return self.en if language and language.startswith("en") else self.ar

    def __str__(self) -> str:
        return self.in_language(_language())
