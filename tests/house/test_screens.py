"""Screens work in both directions and under the content policy: logical CSS only, nothing inline."""

from __future__ import annotations

import re

from . import sources

_PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border)-(?:left|right)(?:-\w+)*|left|right|border-(?:top|bottom)-(?:left|right)-radius)\s*:"
    r"|(?:text-align|float|clear)\s*:\s*(?:left|right)\b"
)
_PHYSICAL_CLASS = re.compile(r"class=\"[^\"]*\b(?:ml|mr|pl|pr|float-(?:left|right)|text-(?:left|right))-?\d?\b")
_INLINE = re.compile(
    r"<[^>]*\s(?:on\w+|style)\s*=|<style\b|<script(?![^>]*\bsrc=)(?![^>]*type=\"application/(?:json|ld\+json)\")[^>]*>",
    re.I,
)


def test_css_has_no_left_or_right() -> None:
    wrong = []
    for path in sources.files(".css", under=sources.PACKAGE):
        text = re.sub(r"/\*.*?\*/", lambda found: "\n" * found[0].count("\n"), path.read_text("utf-8"), flags=re.S)
        for number, line in enumerate(text.splitlines(), 1):
            if _PHYSICAL.search(line):
                wrong.append(f"{sources.short(path)}:{number} {line.strip()}")
    assert wrong == []


def test_templates_have_nothing_inline() -> None:
    wrong = []
    for path in sources.files(".html", under=sources.PACKAGE):
        text = re.sub(r"{#.*?#}", "", path.read_text("utf-8"))
        wrong += [f"{sources.short(path)}: {found[0][:70]}" for found in _INLINE.finditer(text)]
        wrong += [f"{sources.short(path)}: {found[0][:70]}" for found in _PHYSICAL_CLASS.finditer(text)]
    assert wrong == []
