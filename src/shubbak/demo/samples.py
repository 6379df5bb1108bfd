"""Sample papers, really drawn: each says in Arabic what it stands for, and that it is made up."""

from __future__ import annotations

import json
from functools import cache
from io import BytesIO
from pathlib import Path

import typst
from PIL import Image, ImageDraw, ImageFont

from shubbak import documents

FONTS = Path(documents.__file__).parent / "fonts"
_FONT = FONTS / "NotoNaskhArabic-Regular.ttf"
_NOTE = "نموذج مولَّد لعرض شباك، لا يخص أحدًا"
_CARDS = ("national-id", "passport")
_PAGE = """
#let facts = json(bytes(sys.inputs.facts))
#set page(paper: "a4", margin: 2.2cm, footer: align(center, text(9pt, gray, facts.note)))
#set text(font: "Noto Naskh Arabic", size: 13pt, lang: "ar", dir: rtl)
#align(center, text(22pt, weight: "bold", facts.title))
#v(1cm)
#for row in range(9) [ #box(width: 100%, stroke: (bottom: 0.4pt + gray), height: 1.1cm) ]
#v(1cm)
#rotate(-18deg, text(34pt, luma(225), facts.note))
#place(bottom + left, box(stroke: 1pt + blue, radius: 50%, inset: 14pt, text(10pt, blue, "ختم")))
"""


@cache
def sample(kind: str, title: str) -> tuple[str, bytes]:
    """A file name and its content for one kind of paper: a photographed card, or a scanned page."""
    return (f"{kind}.jpg", _card(title)) if kind in _CARDS else (f"{kind}.pdf", _page(title))


def _page(title: str) -> bytes:
    inputs = {"facts": json.dumps({"title": title, "note": _NOTE}, ensure_ascii=False)}
    print_ = typst.compile(  # type: ignore[call-overload]  # its stubs forget that the input may be bytes
        _PAGE.encode(), format="pdf", sys_inputs=inputs, font_paths=[FONTS], ignore_system_fonts=True
    )
    return bytes(print_)


def _card(title: str) -> bytes:
    picture = Image.new("RGB", (860, 540), "#eef3ee")
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((14, 14, 846, 526), 28, outline="#1f5c4d", width=5)
    draw.rectangle((50, 150, 250, 410), fill="#cfd8d3")
    for line, (text, size) in enumerate(((title, 40), ("اسم من نسج الخيال", 34), (_NOTE, 26))):
        place, font = (820, 60 + line * 120), ImageFont.truetype(str(_FONT), size)
        draw.text(place, text, fill="#17322b", font=font, anchor="ra", direction="rtl")
    out = BytesIO()
    picture.save(out, "JPEG", quality=80)
    return out.getvalue()
