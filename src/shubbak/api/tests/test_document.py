"""The OpenAPI document is valid, complete and the one that is served."""

from __future__ import annotations

from openapi_spec_validator import validate

from shubbak.api.openapi import described

from .calling import Caller

LISTED = {
    "GET /services", "GET /services/{key}", "GET /track/{number}", "GET /verify/{token}", "GET /openapi.json",
    "POST /uploads", "POST /cases", "GET /cases", "GET /cases/{number}",
    "POST /cases/{number}/tasks/{task_id}/{action}", "POST /cases/{number}/payments", "GET /cases/{number}/papers",
}  # fmt: skip


def test_it_is_valid_openapi_31() -> None:
    document = described()
    validate(document)
    assert document["openapi"] == "3.1.0"
    assert Caller().get("/openapi.json") == document


def test_it_lists_everything() -> None:
    document = described()
    known = {f"{method.upper()} {path}" for path, methods in document["paths"].items() for method in methods}
    assert known >= LISTED
    names = [operation["operationId"] for methods in document["paths"].values() for operation in methods.values()]
    assert len(names) == len(set(names))


def test_every_post_asks_for_a_key_and_every_error_is_a_problem() -> None:
    for methods in described()["paths"].values():
        for method, operation in methods.items():
            headers = {p["name"] for p in operation["parameters"] if p["in"] == "header"}
            assert ("Idempotency-Key" in headers) == (method == "post")
            asked = {"400", "500"} | ({"401", "404"} if operation.get("security") else set())
            asked |= {"409", "422"} if method == "post" else set()
            assert asked <= set(operation["responses"])
            for status, response in operation["responses"].items():
                assert (list(response["content"]) == ["application/problem+json"]) == (int(status) >= 400)
