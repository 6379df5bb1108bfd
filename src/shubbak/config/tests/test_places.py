"""`shubbak places`: codes are found by the names people use."""

from __future__ import annotations

import pytest

from shubbak.config.command import main


@pytest.mark.parametrize(
    ("words", "code"), [(["السويس"], "04"), (["suez", "district"], "0401"), (["ديوان", "الشرقيه"], "13S1")]
)
def test_codes_are_found_by_name(words: list[str], code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["places", *words]) == 0
    assert code in [line.split()[0] for line in capsys.readouterr().out.splitlines()]


def test_a_name_of_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["places", "xyzzy"]) == 1
    assert "in Arabic or English" in capsys.readouterr().out
