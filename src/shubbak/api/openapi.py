"""The OpenAPI 3.1 document, complete: every status, every header, every media type."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Router

from shubbak.people.access import public

from .answers import encoded
from .problems import MEDIA_TYPE, TITLES
from .shapes import Problem

router = Router(auth=None, tags=["public"])
LANGUAGE = {
    "name": "Accept-Language",
    "in": "header",
    "required": False,
    "schema": {"type": "string", "examples": ["ar", "en"]},
    "description": "Arabic when nothing is asked",
}
KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": True,
    "schema": {"type": "string", "minLength": 1, "maxLength": 255},
    "description": "A new random value for each new request, the same one when it is sent again. For 48 hours the "
    "first answer is given again; 409 while the first still runs; 422 when the body differs; "
    "400 when it is missing or not printable ASCII.",
}
DESCRIPTION = (
    "One window between people and their local government. Amounts are text with two decimals in Egyptian pounds; "
    "moments carry an offset; days are days in Cairo. Problems are RFC 9457."
)


@router.get("/openapi.json", response={200: dict, 400: Problem, 500: Problem}, summary="This document")
@public
def document(request: HttpRequest) -> HttpResponse:
    """The description of this API."""
    return HttpResponse(_document(), content_type="application/json")


@lru_cache(maxsize=1)
def _document() -> bytes:
    return encoded(described())


def described() -> dict[str, Any]:
    """The document as a tree: what django-ninja knows, and what it does not."""
    from .door import api

    told: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix="")))
    told["info"] = {"title": "Shubbak", "version": api.version, "description": DESCRIPTION}
    told["servers"] = [{"url": f"{settings.SHUBBAK_PUBLIC_URL}/api/v1"}]
    for operations in told["paths"].values():
        for method, operation in operations.items():
            operation["operationId"] = operation["operationId"].rpartition("_")[2]
            operation["parameters"] = [*operation["parameters"], LANGUAGE, *([KEY] if method == "post" else [])]
            for status, response in operation["responses"].items():
                _complete(int(status), response)
    return told


def _complete(status: int, response: dict[str, Any]) -> None:
    content = response.get("content", {})
    if status >= 400:
        response["description"] = TITLES[status]
        response["content"] = {MEDIA_TYPE: content["application/json"]}
    elif content.get("application/json", {}).get("schema", {}).get("format") == "binary":
        response["content"] = {"application/pdf": {"schema": {"type": "string", "contentMediaType": "application/pdf"}}}
    if status == 401:
        response["headers"] = {"WWW-Authenticate": {"schema": {"type": "string"}}}
    if status == 429:
        response["headers"] = {"Retry-After": {"schema": {"type": "integer"}}}
