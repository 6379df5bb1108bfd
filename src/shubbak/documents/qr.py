"""QR symbols."""

from __future__ import annotations

import io

import segno


def svg(text: str, error: str = "m", *, border: int = 4, colour: str = "#16242b") -> str:
    """`text` as an SVG of one module a unit, with its quiet zone; alphanumeric text takes its smaller mode."""
    out = io.BytesIO()
    segno.make(text, error=error, boost_error=False, micro=False).save(
        out, kind="svg", border=border, dark=colour, light="#ffffff", xmldecl=False, svgns=True, nl=False
    )
    return out.getvalue().decode()
