"""Where citizens are received: the centres of units, with their hours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from ..models import Centre, CentreKind


@dataclass(frozen=True, slots=True)
class CentreView:
    """A centre as the public sees it. Hours are of Cairo, on working days only."""

    name_ar: str
    name_en: str
    van: bool
    opens_at: time
    closes_at: time

    @property
    def name(self) -> dict[str, str]:
        """Both names, for a template's filter to choose from."""
        return {"ar": self.name_ar, "en": self.name_en}


def centres_of(codes: Sequence[str], *, vans: bool = True) -> dict[str, tuple[CentreView, ...]]:
    """The centres of these units by unit, those that stand before those that travel; one statement."""
    rows = Centre.objects.filter(unit__in=codes).order_by("kind", "name_ar")
    if not vans:
        rows = rows.filter(kind=CentreKind.FIXED)
    found: dict[str, tuple[CentreView, ...]] = {}
    for row in rows:
        view = CentreView(row.name_ar, row.name_en, row.kind == CentreKind.VAN, row.opens_at, row.closes_at)
        found[row.unit_id] = (*found.get(row.unit_id, ()), view)
    return found
