"""What is taken in, what it becomes, what is refused and why."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from shubbak.kernel import clock, keys
from shubbak.kernel.actor import Actor
from shubbak.kernel.refusal import Invalid

from . import pieces

pytestmark = pytest.mark.django_db


def receive(by: Actor, content: bytes, name: str = "صورة البطاقة.jpg"):  # type: ignore[no-untyped-def]
    from shubbak.documents.actions import receive_upload

    return receive_upload(by=by, name=name, content=content)


def test_a_picture_loses_everything_but_its_pixels(home: Path, clerk: Actor) -> None:
    from shubbak.documents.queries import upload_content

    upload = receive(clerk, pieces.photo(turned=True))
    kept = upload_content(upload)
    image = Image.open(io.BytesIO(kept))
    assert (upload.media_type, image.format, image.size) == ("image/jpeg", "JPEG", (80, 120))
    assert not image.getexif()
    assert b"Telephone" not in kept
    assert upload.size == len(kept)


@pytest.mark.parametrize(("content", "media_type"), [
    (pieces.photo("PNG"), "image/png"), (pieces.HEIC, "image/jpeg"), (pieces.pdf(3), "application/pdf"),
])  # fmt: skip
def test_each_accepted_kind(home: Path, clerk: Actor, content: bytes, media_type: str) -> None:
    from shubbak.documents.queries import upload_content

    upload = receive(clerk, content)
    assert upload.media_type == media_type
    assert upload.pages == (3 if media_type == "application/pdf" else 1)
    assert b"Telephone" not in upload_content(upload)


def test_it_is_sealed_on_disk_under_the_hash_of_its_content(home: Path, clerk: Actor) -> None:
    upload = receive(clerk, pieces.pdf())
    path = home / "files" / upload.sha256[:2] / upload.sha256[2:4] / upload.sha256
    assert not path.read_bytes().startswith(b"%PDF")
    assert path.stat().st_mode & 0o777 == 0o600
    assert bytes(upload.original_name_sealed).find("صورة".encode()) == -1
    assert [p.name for p in path.parent.iterdir()] == [upload.sha256]


def test_the_same_content_is_kept_once_and_owned_twice(home: Path, clerk: Actor, head: Actor) -> None:
    one, other = receive(clerk, pieces.pdf()), receive(head, pieces.pdf())
    assert one.sha256 == other.sha256
    assert (one.owner_id, other.owner_id) == (clerk.id, head.id)


def test_an_altered_file_does_not_open(home: Path, clerk: Actor) -> None:
    from shubbak.documents.queries import upload_content

    upload, other = receive(clerk, pieces.pdf()), receive(clerk, pieces.pdf(2))
    folder = home / "files"
    path = folder / upload.sha256[:2] / upload.sha256[2:4] / upload.sha256
    path.write_bytes((folder / other.sha256[:2] / other.sha256[2:4] / other.sha256).read_bytes())
    with pytest.raises(keys.Unreadable):
        upload_content(upload)


def test_a_download_is_an_attachment_and_may_hide_the_name(home: Path, clerk: Actor) -> None:
    from shubbak.documents.queries import download

    upload = receive(clerk, pieces.pdf(), name="../../سعاد محمود/<b>.exe")
    assert download(upload).name == "سعاد محمودb.pdf"
    hidden = download(upload, name="document-1")
    assert (hidden.name, hidden.media_type) == ("document-1.pdf", "application/pdf")
    assert hidden.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in hidden.headers["Content-Security-Policy"]


HOSTILE: list[tuple[str, Callable[[], bytes], str]] = [
    ("nothing", lambda: b"", "empty"),
    ("eleven megabytes", lambda: b"%PDF-" + b"x" * (11 << 20), "too_large"),
    ("a program", lambda: b"MZ" + b"\0" * 500, "unknown_kind"),
    ("a zip", lambda: b"PK\x03\x04" + b"\0" * 500, "unknown_kind"),
    ("a page", lambda: b"<html><script>alert(1)</script>", "unknown_kind"),
    ("svg", lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", "unknown_kind"),
    ("a gif", lambda: b"GIF89a" + b"\0" * 50, "unknown_kind"),
    ("a film", lambda: b"\0\0\0\x18ftypmp42" + b"\0" * 200, "not_readable"),
    ("half a photo", lambda: pieces.photo()[:300], "not_readable"),
    ("half a HEIC", lambda: pieces.HEIC[:400], "not_readable"),
    ("half a PDF", lambda: pieces.pdf()[:200], "not_readable"),
    ("a PDF in name", lambda: b"%PDF-1.7\nhello\n%%EOF", "not_readable"),
    ("a PDF with a program behind", lambda: pieces.pdf() + b"MZ" * 100, "not_readable"),
    ("too many pixels", lambda: pieces.huge_png(7_000), "too_many_pixels"),
    ("very many pixels", pieces.huge_png, "too_many_pixels"),
    ("too many pages", lambda: pieces.pdf(201), "too_many_pages"),
    ("a locked PDF", pieces.locked, "locked"),
    ("a script", pieces.with_script, "active"),
    ("a script on a page", pieces.with_script_on_a_page, "active"),
    ("a program to start", pieces.with_launch, "active"),
    ("a file in a file", pieces.with_attachment, "active"),
    ("a live form", pieces.with_live_form, "active"),
    ("a script of an earlier revision", pieces.with_earlier_script, "active"),
]


@pytest.mark.parametrize(("made", "code"), [row[1:] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_a_hostile_file_is_refused_with_a_reason_and_leaves_nothing(
    home: Path, clerk: Actor, made: Callable[[], bytes], code: str
) -> None:
    from shubbak.documents.models import Upload

    with pytest.raises(Invalid) as refused:
        receive(clerk, made())
    (fault,) = refused.value.faults
    assert (fault.at, fault.code) == ("file", code)
    assert str(fault.message).endswith(".")
    assert not Upload.objects.exists()
    assert not (home / "files").exists()


@pytest.mark.parametrize("made", [pieces.bomb_png, pieces.endless_pages, pieces.knot])
def test_what_unfolds_without_end_costs_little(home: Path, clerk: Actor, made: Callable[[], bytes]) -> None:
    """Whether it is read or refused, it is done in the cell and in time."""
    from time import monotonic

    begun = monotonic()
    assert _outcome(clerk, made()) in ("kept", "not_readable", "too_large_inside", "too_many_pages")
    assert monotonic() - begun < 20


def _outcome(by: Actor, content: bytes) -> str:
    try:
        receive(by, content)
    except Invalid as refused:
        return refused.faults[0].code
    return "kept"


def test_only_the_owner_takes_it_and_only_once(home: Path, clerk: Actor, head: Actor) -> None:
    from shubbak.documents.actions import take_uploads
    from shubbak.documents.models import Upload

    mine, hers = receive(clerk, pieces.pdf()), receive(head, pieces.pdf(2))
    with pytest.raises(Invalid) as refused:
        take_uploads(by=clerk, ids=[mine.id, hers.id])
    assert [fault.at for fault in refused.value.faults] == ["documents.1.upload"]
    assert not Upload.objects.exclude(taken_at=None).exists()
    with pytest.raises(Invalid):
        take_uploads(by=clerk, ids=[mine.id, mine.id])
    assert [u.id for u in take_uploads(by=clerk, ids=[mine.id])] == [mine.id]
    with pytest.raises(Invalid):
        take_uploads(by=clerk, ids=[mine.id])


def test_taking_is_one_statement(home: Path, clerk: Actor, django_assert_num_queries: Callable[..., object]) -> None:
    from django.db import transaction

    from shubbak.documents.actions import take_uploads

    ids = [receive(clerk, pieces.pdf(n)).id for n in (1, 2)]
    with transaction.atomic(), django_assert_num_queries(1):  # type: ignore[attr-defined]
        taken = take_uploads(by=clerk, ids=ids)
    assert [u.pages for u in taken] == [1, 2]
    assert taken[0].taken_at == clock.now()


def test_too_much_together_is_refused(home: Path, clerk: Actor) -> None:
    from shubbak.documents.actions import take_uploads
    from shubbak.documents.models import Upload

    ids = [receive(clerk, pieces.pdf(n)).id for n in range(1, 8)]
    Upload.objects.update(size=9 << 20)
    with pytest.raises(Invalid) as refused:
        take_uploads(by=clerk, ids=ids)
    assert refused.value.code == "uploads_too_large"
