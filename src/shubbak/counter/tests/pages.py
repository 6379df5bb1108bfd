"""What a clerk's browser sends, and how to read what comes back."""

from __future__ import annotations

import html
import re
from io import BytesIO
from typing import Any

from PIL import Image

from shubbak.cases.tests.town import SHOP, SHOP_PAPERS
from shubbak.kernel.ids import uuid7
from tests import cast


def sheet(**changed: Any) -> dict[str, Any]:
    """The window's form, filled for a shop licence."""
    answers = {f"answers.{key}": ("yes" if value is True else value) for key, value in SHOP.items()}
    seen = {f"seen.{kind}": "yes" for kind in SHOP_PAPERS}
    person = {"kind": "citizen", "number": cast.CITIZEN["number"], "name": cast.CITIZEN["name"]}
    given = {"key": str(uuid7()), "unit": cast.DISTRICT, "channel": "window", "service": "shop-licence"}
    given |= person | {"mobile": cast.CITIZEN["mobile"]} | answers | seen | changed
    return {name: value for name, value in given.items() if value is not None}


def text_of(answer: Any) -> str:
    """A page as it reads: no tags, no entities, single spaces."""
    plain = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return re.sub(r"\s+", " ", html.unescape(plain))


def applies(page: str, path: str, kind: str = "field") -> bool:
    """Whether a question (or a paper, a fee) is shown; every one of the service stands in the page."""
    found = re.search(rf'data-{kind}="{re.escape(path)}"( hidden)?', page)
    assert found is not None, f"{path} does not stand in the page"
    return found[1] is None


def picture() -> bytes:
    """A small picture, as a scanner makes it."""
    made = BytesIO()
    Image.new("RGB", (60, 80), "white").save(made, "PNG")
    return made.getvalue()
