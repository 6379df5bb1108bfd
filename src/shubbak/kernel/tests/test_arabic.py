"""Text as people type it: what is kept of it is what can be seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shubbak.kernel.arabic import visible


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("A\u202eB\u2066C\u0007\u200b", "ABC"),
        ("\u202e \u200f\ufeff", ""),
        ("\u3164", ""),
        ("سطر\r\nثان\tبعد\r ", "سطر\nثان بعد"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\u200cأحمد\u200c \u200d", "أحمد"),
        ("👨\u200d👩", "👨\u200d👩"),
        ("a\ufffe\U0001ffff\ufdd0b", "ab"),
        ("e\u034f\u0301", "é"),
    ],
)
def test_only_what_can_be_seen_is_kept(typed: str, kept: str) -> None:
    assert visible(typed) == kept


@given(st.text() | st.text("ا\u200c\u200d\u202e \n\r\t\u200fe\u0301"))
def test_keeping_is_done_once(typed: str) -> None:
    assert visible(visible(typed)) == visible(typed)
