"""Every public page, in both languages, to a reader who is nobody."""

from __future__ import annotations

import re

import pytest
from django.test import Client

PAGES = ("/", "/services/", "/services/?q=محل", "/services/?event=building", "/services/?unit=0402&who=citizen",
         "/services/?all=1&page=2", "/services/shop-licence/", "/services/kiosk-licence/?governorate=04",
         "/services/building-permit/fees/", "/track/", "/verify/", "/pay/", "/centres/", "/complain/", "/about/",
         "/privacy/", "/accessibility/", "/offline/ar/")  # fmt: skip
ARABIC = re.compile("[\u0621-\u064a]{2,}")


def words(html: str) -> str:
    html = re.sub(r"<(script|style|svg|template)\b.*?</\1>", " ", html, flags=re.S)
    return re.sub(r"<[^>]+>", " ", html)


def test_every_page_opens_in_both_languages(catalogue: None, client: Client) -> None:
    for address in PAGES:
        client.cookies.clear()
        arabic = client.get(address)
        assert arabic.status_code == 200, address
        assert '<html lang="ar" dir="rtl"' in arabic.content.decode(), address
        if address.startswith("/offline"):
            continue
        assert arabic.content.decode().count("<h1") == 1, address
        client.cookies["lang"] = "en"
        english = client.get(address).content.decode()
        assert '<html lang="en" dir="ltr"' in english, address
        left = set(ARABIC.findall(words(english))) - {"العربي", "العربية", "محل"}
        assert left == set(), address


def test_no_page_asks_the_reader_to_trust_another_host(catalogue: None, client: Client) -> None:
    for address in PAGES:
        html = client.get(address).content.decode()
        fetched = re.findall(r'<(?:script|link|img|iframe|form)[^>]*(?:src|href|action)="(https?://[^"]+)"', html)
        assert all(one.startswith("http://testserver") for one in fetched), (address, fetched)


def test_nobody_is_asked_for_a_query(catalogue: None, client: Client, django_assert_num_queries: object) -> None:
    for address in ("/", "/pay/", "/services/shop-licence/"):
        client.get(address)
        with django_assert_num_queries(0):  # type: ignore[operator]
            assert client.get(address).status_code == 200


def test_the_light_is_remembered_and_leads_back_only_to_us(client: Client) -> None:
    answer = client.post("/light/", {"light": "dark", "next": "/pay/"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/pay/")
    assert 'data-theme="dark"' in client.get("/pay/").content.decode()
    assert client.post("/light/", {"light": "", "next": "//evil.example/"}).headers["Location"] == "/"
    assert "data-theme" not in client.get("/pay/").content.decode()
    assert client.get("/light/").status_code == 405


@pytest.mark.django_db
def test_what_is_not_there_says_so_in_the_readers_language(client: Client) -> None:
    missing = client.get("/nowhere/")
    assert missing.status_code == 404
    assert "هذه الصفحة غير موجودة" in missing.content.decode()


def test_a_phone_can_keep_the_site(client: Client) -> None:
    manifest = client.get("/manifest.webmanifest").json()
    assert (manifest["dir"], manifest["lang"], manifest["display"]) == ("rtl", "ar", "standalone")
    assert {icon["sizes"] for icon in manifest["icons"]} == {"192x192", "512x512"}
    worker = client.get("/sw.js")
    assert worker.headers["Content-Type"].startswith("text/javascript")
    assert "no-cache" in worker.headers["Cache-Control"]
    assert "VERSION-OF-THIS-FILE" not in worker.content.decode()
    assert "Disallow: /T/" in client.get("/robots.txt").content.decode()


def test_a_page_can_be_sent_in_a_language(catalogue: None, client: Client) -> None:
    sent = client.get("/services/complaint/?language=en")
    assert '<html lang="en"' in sent.content.decode()
    assert sent.headers["Content-Language"] == "en"
    assert sent.cookies["lang"].value == "en"
    assert 'rel="canonical" href="http://testserver/services/complaint/?language=en"' in sent.content.decode()
    assert '<html lang="en"' in client.get("/").content.decode()
    assert '<html lang="ar"' in Client().get("/?language=xx").content.decode()
