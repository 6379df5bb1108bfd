"""The press: one Typst compiler per template and process, fonts found once, what is printed handed over as JSON."""

from __future__ import annotations

import json
import threading
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst
from django.conf import settings

from shubbak.kernel import clock

from ..models import Paper
from ..permits.domain import host
from ..permits.token import url
from ..qr import svg
from .glyphs import FONTS, printable

FACTS = "documents.facts"
HERE = Path(__file__).resolve().parent
_one_at_a_time = threading.Lock()


def printed(paper: Paper, facts: dict[str, Any]) -> bytes:
    """The paper as PDF/A-3b with its facts attached as JSON. Same paper, same print."""
    own = {
        "kind": paper.kind,
        "number": paper.number,
        "issued_at": clock.cairo(paper.issued_at).isoformat(timespec="minutes"),
        "valid_until": paper.valid_until.isoformat() if paper.valid_until else "",
        "token": paper.token,
        "check_code": paper.check_code,
    }
    address = url(paper.token, settings.SHUBBAK_PUBLIC_URL) if paper.token else facts.get("track_url", "")
    around = {"qr": svg(address, border=0) if address else "", "host": host(), "demo": settings.DEMO}
    return compose(paper.template, {**facts, "paper": own, **around}, {**facts, "paper": own})


def compose(template: str, printed_facts: dict[str, Any], attached: dict[str, Any]) -> bytes:
    """Fill a template: what it prints, and what the PDF carries for machines. A letter that no font has is printed as
    a mark, and carried as it is: no paper is left unprinted for a name."""
    machines = _json(attached, sort_keys=True, indent=1)
    refused: Exception | None = None
    for facts in printable(printed_facts):
        try:
            return _compiled(template, {"facts": _json(facts), "attached": machines})
        except typst.TypstError as error:
            refused = error
    raise refused or TypeError("nothing to print")


def _compiled(template: str, inputs: dict[str, str]) -> bytes:
    with _one_at_a_time:
        made = _press(template).compile(format="pdf", sys_inputs=inputs, pdf_standards="a-3b")
    if not isinstance(made, bytes):
        raise TypeError("a PDF is one piece")
    return made


def _json(facts: Any, **how: Any) -> str:
    """JSON that the press can be given: half a letter (a lone surrogate) stays an escape."""
    return json.dumps(facts, ensure_ascii=False, **how).encode("utf-8", "backslashreplace").decode()


@lru_cache(maxsize=8)
def _press(template: str) -> typst.Compiler:
    if not any(FONTS.glob("NotoNaskhArabic-*.ttf")):
        raise FileNotFoundError(f"papers cannot be printed without the fonts in {FONTS}: run `make assets`")
    return typst.Compiler(HERE / f"{template}.typ", root=HERE, font_paths=[FONTS], ignore_system_fonts=True)
