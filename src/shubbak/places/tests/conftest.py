"""The country, for tests that stand on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture
def country(db: None) -> Iterator[None]:
    """Every unit and department; memory is emptied afterwards, for the rows are rolled back."""
    from shubbak.places import queries
    from shubbak.places.actions import load_places
    from shubbak.places.models import Unit

    queries.forget_places()
    if not Unit.objects.exists():
        load_places()
    yield
    queries.forget_places()
    queries.forget_calendar()
