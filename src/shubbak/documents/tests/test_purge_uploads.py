"""What no case took is forgotten a day later; what somebody still refers to stays."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor

from . import pieces

pytestmark = pytest.mark.django_db


def test_after_a_day_alone_it_goes_with_its_content(home: Path, clerk: Actor, head: Actor) -> None:
    from shubbak.documents.actions import purge_uploads, receive_upload, take_uploads
    from shubbak.documents.models import Upload
    from shubbak.documents.queries import upload_content

    alone = receive_upload(by=clerk, name="a.pdf", content=pieces.pdf())
    shared = receive_upload(by=clerk, name="b.pdf", content=pieces.pdf(2))
    taken = receive_upload(by=head, name="b.pdf", content=pieces.pdf(2))
    take_uploads(by=head, ids=[taken.id])
    clock.advance(timedelta(hours=23))
    assert purge_uploads() == 0
    clock.advance(timedelta(hours=2))
    assert purge_uploads() == 2
    assert [u.id for u in Upload.objects.all()] == [taken.id]
    assert upload_content(taken) == upload_content(shared)
    with pytest.raises(FileNotFoundError):
        upload_content(alone)


def test_a_content_that_a_crash_left_without_a_row_goes_too(home: Path, clerk: Actor) -> None:
    from shubbak.documents import store
    from shubbak.documents.actions import purge_uploads

    stray = store.keep(b"%PDF- nobody's")
    path = home / "files" / stray[:2] / stray[2:4] / stray
    old = clock.now().timestamp() - 30 * 3600
    os.utime(path, (old, old))
    here = int(clock.now().timestamp()) // 3600 % 256
    clock.advance(timedelta(hours=(int(stray[:2], 16) - here) % 256))
    purge_uploads()
    assert not path.exists()
