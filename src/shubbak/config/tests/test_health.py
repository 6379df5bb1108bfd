"""Alive is not ready."""

import pytest
from django.test import Client

from shubbak.kernel import keys


def test_alive_asks_nothing(client: Client) -> None:
    assert client.get("/healthz").json() == {"alive": True}


@pytest.mark.django_db
def test_ready_when_database_tables_and_ring_are_there(client: Client) -> None:
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["ready"]) == (200, True)


@pytest.mark.django_db
def test_not_ready_without_a_ring(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_ring", None)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["ring"]) == (503, False)
