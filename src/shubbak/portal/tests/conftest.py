"""The public's country: its places and its catalogue; and a town with staff when a case is needed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from django.test import Client

if TYPE_CHECKING:
    from shubbak.cases.tests.town import Town


@pytest.fixture
def catalogue(db: None) -> Iterator[None]:
    """Places and the twelve services; what the process remembers of them is forgotten afterwards."""
    from shubbak.catalogue.actions import load
    from shubbak.catalogue.queries import forget_catalogue
    from shubbak.places.actions import load_places
    from shubbak.places.queries import forget_calendar, forget_places

    load_places()
    forget_catalogue()
    load()
    yield
    forget_catalogue()
    forget_places()
    forget_calendar()


@pytest.fixture
def town(db: None) -> Iterator[Town]:
    """Suez's first district, staffed and open."""
    from shubbak.cases.tests.town import build
    from shubbak.catalogue.queries import forget_catalogue
    from shubbak.places.queries import forget_calendar, forget_places

    yield build()
    forget_catalogue()
    forget_places()
    forget_calendar()


@pytest.fixture
def english(client: Client) -> Client:
    """A reader who chose English."""
    client.cookies["lang"] = "en"
    return client
