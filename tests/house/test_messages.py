"""Every word on a screen goes through gettext, and every msgid has its Arabic."""

from __future__ import annotations

import re

from shubbak.config import messages

from . import sources

_DJANGO = re.compile(
    r"{%\s*block (?:content_class|room|home|body_attributes)\s*%}.*?{%\s*endblock\s*%}|"
    r"{%\s*comment.*?endcomment\s*%}|{#.*?#}|{%\s*blocktrans(?:late)?\b.*?endblocktrans(?:late)?\s*%}|{%.*?%}|{{.*?}}",
    re.S,
)
_HTML = re.compile(r"<!--.*?-->|<(script|style|svg)\b.*?</\1>|<[^>]*>", re.S)
_SHOWN = re.compile(r"""\b(?:placeholder|title|alt|aria-label)\s*=\s*(["'])(.*?)\1""", re.S)
_LETTERS = re.compile(r"[A-Za-z\u0621-\u064a]{2,}")
_FOUND_ALIKE = {"PDF", "QR", "API", "JSON", "XML"}


def test_every_msgid_has_its_arabic() -> None:
    lacking = [f"{word.file}:{word.line} {word.msgid!r}" for words in messages.missing().values() for word in words]
    assert lacking == []


def test_no_template_speaks_one_language_only() -> None:
    wrong = []
    for path in sources.files(".html", ".txt", under=sources.PACKAGE):
        if "templates" not in path.parts:
            continue
        for word in bare(path.read_text("utf-8")):
            wrong.append(f"{sources.short(path)}: {word!r}")
    assert wrong == []


def bare(text: str) -> list[str]:
    text = _DJANGO.sub(" ", text)
    parts = [_HTML.sub(" ", text), *(shown for _, shown in _SHOWN.findall(text))]
    words = [word for part in parts for word in _LETTERS.findall(re.sub(r"&\w+;", " ", part))]
    return [word for word in words if word not in _FOUND_ALIKE]
