"""What a case knows of itself beside its answers: what conditions, rates and addresses ask."""

from __future__ import annotations

from datetime import date
from typing import Any

from shubbak.kernel import clock
from shubbak.places.queries import PlaceView


def facts_of(place: PlaceView, *, applicant_kind: str, submitted_on: date) -> dict[str, Any]:
    """The facts of a request at a unit. Its rates are for ever those of the day it was made, wherever and whenever a
    fee is worked out; `today` is the day of asking."""
    return {
        "applicant_kind": applicant_kind,
        "unit_kind": place.kind,
        "unit": place.code,
        "governorate": place.governorate,
        "submitted_on": submitted_on,
        "today": clock.today(),
    }
