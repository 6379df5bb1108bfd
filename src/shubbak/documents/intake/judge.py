"""Let a file into the cell and turn the cell's answer into a word for the person who brought the file."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import threading
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from shubbak.kernel.refusal import Fault, Invalid

from .limits import CELL_SECONDS, CELLS, MOST_BYTES

_SAYINGS = {
    "empty": _("The file is empty. Choose it again."),
    "too_large": _("The file is larger than 10 MB. Scan it at a lower resolution, or split it."),
    "unknown_kind": _("This is not a PDF, JPEG, PNG or HEIC file. Scan it, or save it as one of these."),
    "not_readable": _("The file is damaged, or is not what its name says. Scan it or save it again."),
    "too_many_pixels": _("The picture is larger than 40 million pixels. Take it at a lower resolution."),
    "too_many_pages": _("The PDF has more than 200 pages. Split it."),
    "too_large_inside": _("The file unfolds into too much. Scan it at a lower resolution."),
    "locked": _("The PDF is locked with a password. Save it without one."),
    "active": _("The PDF carries scripts, live forms or other files. Print it to a new PDF and attach that."),
}
_cells = threading.BoundedSemaphore(CELLS)


@dataclass(frozen=True, slots=True)
class Accepted:
    """What may be kept of a file."""

    content: bytes
    media_type: str
    pages: int

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def judge(content: bytes) -> Accepted:
    """The file as it may be kept; Invalid with one fault (`file`) that says why not and how to mend it."""
    if not content:
        raise refused("empty")
    if len(content) > MOST_BYTES:
        raise refused("too_large")
    head, _newline, clean = _looked_into(content).partition(b"\n")
    found: dict[str, Any] = json.loads(head) if head else {"refused": "not_readable"}
    if "refused" in found:
        raise refused(found["refused"])
    if len(clean) > MOST_BYTES:
        raise refused("too_large")
    return Accepted(clean, found["media_type"], found["pages"])


def refused(code: str) -> Invalid:
    """Why a file is not taken."""
    message = _SAYINGS.get(code, _SAYINGS["not_readable"])
    return Invalid("upload", message, faults=[Fault("file", code, message)])


def _looked_into(content: bytes) -> bytes:
    """The cell's answer. It sees nothing of our environment and connections; at most CELLS run at once."""
    with _cells:
        try:
            run = subprocess.run(
                [sys.executable, "-I", "-m", "shubbak.documents.intake.cell"],
                input=content,
                capture_output=True,
                timeout=CELL_SECONDS * 2,
                check=False,
                env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
            )
        except subprocess.TimeoutExpired:
            raise refused("too_large_inside") from None
    if run.returncode < 0:
        raise refused("too_large_inside")
    return b"" if run.returncode else run.stdout
