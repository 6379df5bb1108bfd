"""Pages speak Arabic until the reader says otherwise; the API speaks what was asked of it."""

import pytest
from django.conf import settings
from django.test import Client

pytestmark = pytest.mark.django_db


def test_a_page_does_not_guess_from_the_browser(client: Client) -> None:
    answer = client.get("/", headers={"Accept-Language": "en"})
    assert answer.headers["Content-Language"] == "ar"


def test_the_switch_is_remembered_and_leads_back(client: Client) -> None:
    answer = client.post("/lang/", {"language": "en", "next": "/services/"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/services/")
    assert client.cookies[settings.LANGUAGE_COOKIE_NAME].value == "en"
    assert client.get("/").headers["Content-Language"] == "en"


@pytest.mark.parametrize("away", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"])
def test_the_switch_leads_nowhere_else(client: Client, away: str) -> None:
    assert client.post("/lang/", {"language": "en", "next": away}).headers["Location"] == "/"


def test_an_unknown_language_is_not_remembered(client: Client) -> None:
    client.post("/lang/", {"language": "xx"})
    assert settings.LANGUAGE_COOKIE_NAME not in client.cookies


def test_the_api_is_asked_by_header(client: Client) -> None:
    assert client.get("/api/v1/services", headers={"Accept-Language": "en"}).headers["Content-Language"] == "en"
    assert client.get("/api/v1/services").headers["Content-Language"] == "ar"
