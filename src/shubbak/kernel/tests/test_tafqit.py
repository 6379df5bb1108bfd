"""Amounts in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shubbak.kernel.money import Money
from shubbak.kernel.tafqit import LARGEST, in_words

ARABIC = {
    "0": "صفر جنيه",
    "0.01": "قرش واحد",
    "0.02": "قرشان",
    "0.03": "ثلاثة قروش",
    "0.10": "عشرة قروش",
    "0.25": "خمسة وعشرون قرشًا",
    "1": "جنيه واحد",
    "2": "جنيهان",
    "3": "ثلاثة جنيهات",
    "8": "ثمانية جنيهات",
    "10": "عشرة جنيهات",
    "11": "أحد عشر جنيهًا",
    "12": "اثنا عشر جنيهًا",
    "13": "ثلاثة عشر جنيهًا",
    "20": "عشرون جنيهًا",
    "21": "واحد وعشرون جنيهًا",
    "32": "اثنان وثلاثون جنيهًا",
    "100": "مائة جنيه",
    "101": "مائة وجنيه واحد",
    "102": "مائة وجنيهان",
    "105": "مائة وخمسة جنيهات",
    "111": "مائة وأحد عشر جنيهًا",
    "111.50": "مائة وأحد عشر جنيهًا وخمسون قرشًا",
    "200": "مائتا جنيه",
    "210": "مائتان وعشرة جنيهات",
    "850": "ثمانمائة وخمسون جنيهًا",
    "1000": "ألف جنيه",
    "1001": "ألف وجنيه واحد",
    "1234.05": "ألف ومائتان وأربعة وثلاثون جنيهًا وخمسة قروش",
    "2000": "ألفا جنيه",
    "2002": "ألفان وجنيهان",
    "2200": "ألفان ومائتا جنيه",
    "3000": "ثلاثة آلاف جنيه",
    "10000": "عشرة آلاف جنيه",
    "11000": "أحد عشر ألف جنيه",
    "11500": "أحد عشر ألفًا وخمسمائة جنيه",
    "20000": "عشرون ألف جنيه",
    "100000": "مائة ألف جنيه",
    "101000": "مائة ألف وألف جنيه",
    "102000": "مائة ألف وألفا جنيه",
    "102500": "مائة ألف وألفان وخمسمائة جنيه",
    "103000": "مائة وثلاثة آلاف جنيه",
    "200000": "مائتا ألف جنيه",
    "200001": "مائتا ألف وجنيه واحد",
    "1000000": "مليون جنيه",
    "1001000": "مليون وألف جنيه",
    "2000000": "مليونا جنيه",
    "2500000": "مليونان وخمسمائة ألف جنيه",
    "3000000": "ثلاثة ملايين جنيه",
    "15000000": "خمسة عشر مليون جنيه",
    "1000000000": "مليار جنيه",
    "2000000000": "مليارا جنيه",
}
ENGLISH = {
    "0": "Zero pounds only",
    "0.01": "One piastre only",
    "0.50": "Fifty piastres only",
    "1": "One pound only",
    "1.01": "One pound and one piastre only",
    "12": "Twelve pounds only",
    "21": "Twenty-one pounds only",
    "111": "One hundred and eleven pounds only",
    "1001": "One thousand and one pounds only",
    "2000": "Two thousand pounds only",
    "11500.25": "Eleven thousand five hundred pounds and twenty-five piastres only",
    "1000000": "One million pounds only",
    "2300000": "Two million three hundred thousand pounds only",
}


@pytest.mark.parametrize(("pounds", "words"), ARABIC.items())
def test_arabic_agrees_with_what_is_counted(pounds: str, words: str) -> None:
    assert in_words(Money.parse(pounds), "ar") == f"{words} فقط لا غير"


@pytest.mark.parametrize(("pounds", "words"), ENGLISH.items())
def test_english(pounds: str, words: str) -> None:
    assert in_words(Money.parse(pounds), "en") == words


@pytest.mark.parametrize("money", [Money(-1), Money(LARGEST.piastres + 1)])
def test_what_no_receipt_carries_is_refused(money: Money) -> None:
    with pytest.raises(ValueError, match="words"):
        in_words(money, "ar")


@given(st.integers(0, LARGEST.piastres), st.integers(0, LARGEST.piastres))
def test_two_amounts_never_read_alike(one: int, other: int) -> None:
    for language in ("ar", "en"):
        assert (in_words(Money(one), language) == in_words(Money(other), language)) == (one == other)


@given(st.integers(0, 2_000_000))
def test_words_are_whole(pounds: int) -> None:
    words = in_words(Money.rounded(Decimal(pounds)), "ar")
    assert "-" not in words and "_" not in words and "  " not in words
