"""No letter of any script leaves a paper unprinted: what the fonts lack is printed as a mark and carried as it is."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from shubbak.documents.printing.press import compose

from .facts import CASE, PERMIT, RECEIPT, SLIP

PAPER = {"kind": "slip", "number": CASE["number"], "issued_at": "2026-11-22T10:41+02:00", "valid_until": ""}
OWN = PAPER | {"token": "", "check_code": ""}
AROUND = {"qr": "", "host": "P.SUEZ.GOV.EG", "demo": False}
PLANES = st.characters() | st.sampled_from("ب e\u064e\u0301\u0483\u200d\ufe0f\u202e\ufeff\ufffe\ue000\U0001f468\r\n\t")


def paper(name: str, template: str = "slip", facts: dict[str, Any] = SLIP) -> tuple[str, Any]:
    said = facts | {"person": facts["person"] | {"name": name}, "paper": OWN}
    read = PdfReader(io.BytesIO(compose(template, said | AROUND, said)))
    carried = json.loads(read.attachments["facts.json"][0])
    return "".join(page.extract_text() for page in read.pages), carried["person"]["name"]


@pytest.mark.parametrize(
    "name", ["李小龙", "محمد 😀 علي", "ፍቅር", "a\x00\x01\x1b", "س\ufdd0\uffff", "\ud83d", "e\u0483\u064e"]
)
@pytest.mark.parametrize(("template", "facts"), [("slip", SLIP), ("receipt", RECEIPT), ("permit", PERMIT)])
def test_a_name_no_font_has_is_marked_and_carried_whole(name: str, template: str, facts: dict[str, Any]) -> None:
    text, carried = paper(name, template, facts)
    assert carried == name
    assert CASE["number"] in text


def test_the_letters_that_can_be_written_stay() -> None:
    for name, written in (("محمد 😀 علي", "محمد"), ("李 Bruce", "Bruce"), ("Иван 李", "Иван"), ("Ελένη 李", "Ελένη")):
        text = paper(name)[0]
        assert written in text
        assert "□" in text or "?" in text
    assert "□" not in paper("سعاد محمود")[0]


@settings(max_examples=120, deadline=None)
@given(st.text(PLANES, max_size=60))
def test_any_letters_of_any_plane_print(name: str) -> None:
    assert paper(name)[1] == name
