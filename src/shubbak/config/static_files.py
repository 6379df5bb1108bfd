"""Collects static files into the state folder, named by their content, when they have changed."""

from __future__ import annotations

import hashlib

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def collect() -> bool:
    """Collect if anything changed since the last time; says whether it did."""
    stamp = settings.STATIC_ROOT / ".stamp"
    now = _stamp()
    if stamp.is_file() and stamp.read_text() == now:
        return False
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(now)
    return True


def _stamp() -> str:
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            digest.update(f"{path}:{storage.size(path)}:{storage.get_modified_time(path)}\n".encode())
    return digest.hexdigest()
