"""What the bar of every desk page shows: how much waits in my hands and in my queue."""

from __future__ import annotations

from typing import Any

from shubbak.cases.queries import counts
from shubbak.cases.rules import may_oversee

from .asked import Asked

MOST = 100


def bar(request: Asked, here: str = "") -> dict[str, Any]:
    """`here` is mine, queue, all or search: the link that is marked."""
    waiting = counts(by=request.actor, most=MOST)
    told = {scope: f"{MOST - 1}+" if n >= MOST else str(n) for scope, n in waiting.items()}
    return {"here": here, "waiting": told, "oversees": may_oversee(request.actor)}
