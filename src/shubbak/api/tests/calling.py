"""Programs that call the API, each with a token; every answer is held against the OpenAPI document."""

from __future__ import annotations

import json
import uuid
from functools import lru_cache
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import get_script_prefix
from jsonschema import Draft202012Validator

from shubbak.api.openapi import described
from shubbak.cases.tests.town import SHOP, SHOP_PAPERS, build
from shubbak.people.actions import issue_token
from shubbak.people.queries import staff_by_number
from tests import cast

ROOT = get_script_prefix() + "api/v1"
APPLICANT = {
    "kind": "citizen",
    "national_id": cast.CITIZEN["number"],
    "name": cast.CITIZEN["name"],
    "mobile": cast.CITIZEN["mobile"],
}
NEW = {
    "service": "shop-licence",
    "unit": cast.DISTRICT,
    "channel": "window",
    "applicant": APPLICANT,
    "answers": SHOP,
    "documents": [{"kind": kind, "seen_original": True} for kind in SHOP_PAPERS],
}


class Caller:
    """One program. `last` is its last answer; it fails on any answer that the document does not describe."""

    def __init__(self, token: str = "", language: str = "en") -> None:
        self.client = Client(raise_request_exception=False)
        self.headers = {"Accept-Language": language}
        if token:
            self.headers["Authorization"] = f"Bearer {token}"
        self.last = HttpResponse()

    def get(self, path: str, *, status: int = 200, **query: str) -> Any:
        self.last = self.client.get(self._whole(path), query, headers=self.headers)
        return self._read("get", path, status)

    def post(self, path: str, body: Any = None, *, status: int = 201, key: str | None = None, **headers: str) -> Any:
        sent = {**self.headers, "Idempotency-Key": key or str(uuid.uuid4()), **headers}
        text = body if isinstance(body, (str, bytes)) else json.dumps(body if body is not None else {})
        self.last = self.client.post(self._whole(path), text, content_type="application/json", headers=sent)
        return self._read("post", path, status)

    def register(self, status: int = 201, **changes: Any) -> Any:
        return self.post("/cases", {**NEW, **changes}, status=status)

    def act(self, number: str, action: str, status: int = 200, **body: Any) -> Any:
        """Do an action of the open task that has it."""
        tasks = self.get(f"/cases/{number}")["tasks"]
        (task,) = [t for t in tasks if any(a["key"] == action for a in t["actions"])]
        return self.post(f"/cases/{number}/tasks/{task['id']}/{action}", body, status=status)

    def _whole(self, path: str) -> str:
        return ROOT + path

    def _read(self, method: str, path: str, status: int) -> Any:
        assert self.last.status_code == status, self.last.content.decode(errors="replace")[:2000]
        media_type = self.last.headers["Content-Type"]
        told = json.loads(self.last.content) if "json" in media_type else self.last.content
        must_be_described(method, path, status, media_type, told)
        return told


class Callers:
    """The district's staff by the name before the at sign, and a stranger."""

    def __init__(self) -> None:
        self.town = build()
        self.stranger = Caller()
        self._known: dict[str, Caller] = {}

    def __getattr__(self, name: str) -> Caller:
        if name not in self._known:
            self._known[name] = Caller(self.token(name))
        return self._known[name]

    def token(self, name: str) -> str:
        staff = staff_by_number(f"{name}@suez")
        assert staff is not None
        return issue_token(by=self.town.staff[f"{name}@suez"], staff=staff, hours=1)


def must_be_described(method: str, path: str, status: int, media_type: str, told: Any) -> None:
    """The document has this address, status and media type, and its schema holds."""
    parts = path.partition("?")[0].split("/")
    known = [p for p in _document()["paths"] if _fits(p.split("/"), parts)]
    if known and method in _document()["paths"][known[0]]:
        validator = _schema(known[0], method, str(status), media_type)
        if validator is not None:
            validator.validate(told)


@lru_cache(maxsize=1)
def _document() -> dict[str, Any]:
    return described()


@lru_cache(maxsize=200)
def _schema(path: str, method: str, status: str, media_type: str) -> Draft202012Validator | None:
    schema = _document()["paths"][path][method]["responses"][status]["content"][media_type]["schema"]
    whole = {**schema, "components": _document()["components"]}
    return Draft202012Validator(whole) if "json" in media_type else None


def _fits(template: list[str], parts: list[str]) -> bool:
    """The first template that fits wins, as in the URLconf; a literal goes before a parameter in ours."""
    return len(template) == len(parts) and all(
        a == b or a.startswith("{") for a, b in zip(template, parts, strict=True)
    )
