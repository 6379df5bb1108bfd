"""Let a file into the cell and turn the cell's answer into a word for the person who brought the file."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from shubbak.kernel.refusal import Fault, Invalid

from .limits import CELL_SECONDS, MOST_BYTES, MOST_PAGES

_SAYINGS = {
    "empty": _("The file is empty. Choose it again."),
    "too_large": _("The file is larger than 10 MB. Scan it at a lower resolution or split it."),
    "unknown_kind": _("This is not a PDF, JPEG, PNG or HEIC file. Save or scan it as one of these."),
    "not_readable": _("The file is damaged or is not what its name says. Scan or save it again."),
    "too_many_pixels": _("The picture is larger than 40 million pixels. Take it at a lower resolution."),
    "too_many_pages": _("The PDF has more than %(pages)d pages. Split it.") % {"pages": MOST_PAGES},
    "too_large_inside": _("The file unfolds into too much. Scan it at a lower resolution."),
    "locked": _("The PDF is locked by a password. Save it without one."),
    "active": _("The PDF carries scripts, forms that send, or other files. Print it to a new PDF and bring that."),
}


@dataclass(frozen=True, slots=True)
class Accepted:
    """What may be kept of a file."""

    content: bytes
    media_type: str


def judge(content: bytes) -> Accepted:
    """The file as it may be kept; Invalid with one fault that says why not and how to mend it."""
    if not content:
        raise _refused("empty")
    if len(content) > MOST_BYTES:
        raise _refused("too_large")
    try:
        run = subprocess.run(
            [sys.executable, "-m", "shubbak.documents.intake.cell"],
            input=content,
            capture_output=True,
            timeout=CELL_SECONDS * 2,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _refused("too_large_inside") from None
    head, _newline, clean = run.stdout.partition(b"\n")
    if run.returncode or not head:
        raise _refused("too_large_inside" if run.returncode < 0 else "not_readable")
    found = json.loads(head)
    if "refused" in found:
        raise _refused(found["refused"])
    return Accepted(clean, found["media_type"])


def _refused(code: str) -> Invalid:
    message = _SAYINGS.get(code, _SAYINGS["not_readable"])
    return Invalid("upload", message, faults=[Fault("file", code, message)])
