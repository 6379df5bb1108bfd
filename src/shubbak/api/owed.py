"""What is to be paid, line by line, and by when an answer is due, with every move of that day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from shubbak.cases.queries import LineView, MoveView

from .answers import day, moment, said


def lines(rows: Iterable[LineView]) -> list[dict[str, Any]]:
    """The lines of an invoice: how each came about, and what that rests on."""
    return [
        {
            "code": line.code,
            "label": said(line.label),
            "amount": str(line.amount),
            "settlement": line.settlement_code,
            "rule": said(line.rule) or "",
            "source": line.source,
            "illustrative": line.illustrative,
        }
        for line in rows
    ]


def dated(on: date | None, moves: Iterable[MoveView], kind: str) -> dict[str, Any]:
    """The promised day, or the law's, as it is now, and how it came to be that."""
    return {
        "on": day(on),
        "moved": [
            {
                "at": moment(one.at),
                "before": day(one.before),
                "after": day(one.after),
                "limit": one.limit,
                "why": said(one.why),
            }
            for one in moves
            if one.kind == kind
        ],
    }
