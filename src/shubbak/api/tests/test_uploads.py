"""A file handed in, as a part and as a body, and taken by a case."""

from __future__ import annotations

import io
import uuid
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from .calling import NEW, ROOT, Callers


def picture(colour: str = "navy") -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(kept, "PNG")
    return kept.getvalue()


def send(callers: Callers, content: bytes, key: str, **more: Any) -> tuple[int, dict[str, Any]]:
    caller = callers.clerk
    headers = {**caller.headers, "Idempotency-Key": key}
    answer = caller.client.post(
        f"{ROOT}/uploads", {"file": SimpleUploadedFile("عقد.png", content, "image/png")}, headers=headers
    )
    return answer.status_code, answer.json()


def test_as_a_part_and_taken_by_a_case(callers: Callers) -> None:
    key = str(uuid.uuid4())
    status, kept = send(callers, picture(), key)
    assert (status, kept["media_type"]) == (201, "image/png")
    assert send(callers, picture(), key) == (201, kept)
    assert send(callers, picture("red"), key)[0] == 422
    documents = [{"kind": d["kind"], "seen_original": True} for d in NEW["documents"] if d["kind"] != "lease"]
    number = callers.clerk.register(documents=[*documents, {"kind": "lease", "upload": kept["id"]}])["number"]
    found = callers.clerk.get(f"/cases/{number}")["documents"]
    assert [d["media_type"] for d in found if d["kind"] == "lease"] == ["image/png"]
    gone = callers.clerk.register(422, documents=[*documents, {"kind": "lease", "upload": kept["id"]}])
    assert gone["code"] == "uploads"


def test_as_a_body(callers: Callers) -> None:
    headers = {**callers.clerk.headers, "Idempotency-Key": "raw-1"}
    answer = callers.clerk.client.post(
        f"{ROOT}/uploads?name=plan.png", picture(), content_type="image/png", headers=headers
    )
    assert answer.status_code == 201, answer.content


def test_what_is_not_a_file_we_take_is_refused_with_why(callers: Callers) -> None:
    status, told = send(callers, b"MZ not a picture", str(uuid.uuid4()))
    assert (status, bool(told["detail"])) == (422, True)
    told = callers.clerk.post("/uploads", "x", status=422)
    headers = {**callers.clerk.headers, "Idempotency-Key": "k"}
    answer = callers.clerk.client.post(f"{ROOT}/uploads", {"other": "x"}, headers=headers)
    assert answer.json()["errors"][0]["pointer"] == "#/file"
