"""The press: one Typst compiler a process, fonts found once, data handed over as JSON."""

from __future__ import annotations

import json
import threading
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst
from django.conf import settings

from shubbak.kernel import keys

from ..models import Paper
from ..permits.token import domain, url
from ..qr import svg

FACTS = "documents.facts"
HERE = Path(__file__).resolve().parent
FONTS = HERE.parent / "fonts"
_one_at_a_time = threading.Lock()


def printed(paper: Paper) -> bytes:
    """The paper as PDF/A-3b with its facts attached as JSON. Same paper, same print."""
    facts: dict[str, Any] = json.loads(keys.ring().open_text(bytes(paper.facts_sealed), FACTS))
    return compose(paper.template, _filled(paper, facts), facts)


def compose(template: str, data: dict[str, Any], attached: dict[str, Any]) -> bytes:
    """Fill a template. `data` is what it prints, `attached` what the PDF carries for machines."""
    inputs = {
        "data": json.dumps(data, ensure_ascii=False),
        "attached": json.dumps(attached, ensure_ascii=False, sort_keys=True, indent=1),
    }
    with _one_at_a_time:
        press = _press(template)
        return press.compile(format="pdf", sys_inputs=inputs, pdf_standards="a-3b", timestamp=data["printed_at"])


@lru_cache(maxsize=8)
def _press(template: str) -> typst.Compiler:
    return typst.Compiler(
        HERE / f"{template}.typ", root=HERE, font_paths=[FONTS], ignore_system_fonts=True
    )


def _filled(paper: Paper, facts: dict[str, Any]) -> dict[str, Any]:
    address = url(paper.token, settings.SHUBBAK_PUBLIC_URL) if paper.token else facts.get("track_url", "")
    return {
        **facts,
        "paper_number": paper.number,
        "paper_kind": paper.kind,
        "qr": svg(address) if address else "",
        "check_code": paper.check_code,
        "domain": domain(settings.SHUBBAK_PUBLIC_URL),
        "issued_at": paper.issued_at.isoformat(),
        "valid_until": paper.valid_until.isoformat() if paper.valid_until else "",
        "demo": settings.DEMO,
        "printed_at": int(paper.issued_at.timestamp()),
    }
