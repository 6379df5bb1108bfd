"""When the catalogue last changed."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max

from ..models import Service
from .published import Published, every_current

_known: tuple[tuple[Published, ...], datetime | None] = ((), None)


def last_change() -> datetime | None:
    """When the youngest version now offered was published; None when nothing is offered. One statement, asked again
    only when what is offered changes."""
    global _known
    offered = every_current()
    if _known[0] is not offered:
        found = Service.objects.filter(current__isnull=False).aggregate(at=Max("current__published_at"))
        _known = offered, found["at"]
    return _known[1]
