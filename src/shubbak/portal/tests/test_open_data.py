"""The open files: a page that says what they are, and downloads that change only when a service does."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest
from django.test import Client

from shubbak.catalogue.queries import last_change, offered
from shubbak.kernel import clock


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: object) -> None:
    settings.SHUBBAK_HOME = tmp_path  # type: ignore[attr-defined]


def fetched(client: Client, name: str) -> bytes:
    answer = client.get(f"/open-data/{name}")
    assert answer.status_code == 200, name
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert f'filename="{name.rpartition("/")[2]}"' in answer.headers["Content-Disposition"]
    return b"".join(answer) if answer.streaming else answer.content


def test_the_page_names_every_file(catalogue: None, client: Client) -> None:
    """What each is for, the licence, and the day of the last change."""
    html = client.get("/open-data/").content.decode()
    for name in ("catalogue.xlsx", "catalogue.jsonld", "schema-org.jsonld", "flows.zip"):
        assert f'href="/open-data/{name}"' in html
    changed = last_change()
    assert changed is not None and "EUPL-1.2" in html and str(clock.cairo(changed).day) in html
    english = client.get("/open-data/?language=en").content.decode()
    assert "A workbook for review" in english


def test_every_file_holds_every_service(catalogue: None, client: Client) -> None:
    """As many services as are offered, in each format, under the media type of that format."""
    count = len(offered())
    book = openpyxl.load_workbook(io.BytesIO(fetched(client, "catalogue.xlsx")), read_only=True)
    assert sum(1 for _ in book["الخدمات Services"].iter_rows()) == count + 1
    whole = json.loads(fetched(client, "catalogue.jsonld"))
    assert sum(node["@type"] == "PublicService" for node in whole["@graph"]) == count
    assert len(json.loads(fetched(client, "schema-org.jsonld"))["@graph"]) == count
    assert len(zipfile.ZipFile(io.BytesIO(fetched(client, "flows.zip"))).namelist()) == count
    assert client.get("/open-data/catalogue.jsonld").headers["Content-Type"] == "application/ld+json"
    assert client.get("/open-data/?language=en").content.decode().count("MB</bdi>") >= 2


def test_one_flow_alone(catalogue: None, client: Client) -> None:
    """In Arabic, or in English when asked."""
    assert "ترخيص كشك" in fetched(client, "flows/kiosk-licence.bpmn").decode()
    english = client.get("/open-data/flows/kiosk-licence.bpmn?language=en").content.decode()
    assert "Kiosk licence" in english
    assert client.get("/open-data/flows/nothing.bpmn").status_code == 404
    assert client.get("/open-data/secrets.txt").status_code == 404


def test_what_did_not_change_is_not_sent_again(catalogue: None, client: Client) -> None:
    """By its mark, and by its date."""
    first = client.get("/open-data/schema-org.jsonld")
    for name, value in (
        ("If-None-Match", first.headers["ETag"]),
        ("If-Modified-Since", first.headers["Last-Modified"]),
    ):
        assert client.get("/open-data/schema-org.jsonld", headers={name: value}).status_code == 304


def test_nothing_is_asked_of_the_database_twice(
    catalogue: None, client: Client, django_assert_num_queries: object
) -> None:
    """Page and files come from the process's memory and the disk, however many services there are."""
    for address in ("/open-data/", "/open-data/schema-org.jsonld", "/open-data/flows/kiosk-licence.bpmn"):
        client.get(address)
        with django_assert_num_queries(0):  # type: ignore[operator]
            assert client.get(address).status_code == 200
