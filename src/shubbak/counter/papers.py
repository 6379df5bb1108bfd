"""The papers somebody brings to the window: seen, scanned, or both; what is uploaded stays with the form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, BinaryIO, cast
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from shubbak.cases.actions import Paper
from shubbak.design.forms import Given, counted, with_files
from shubbak.documents.actions import receive_upload
from shubbak.flow.definition import DocumentKind
from shubbak.kernel.actor import Actor
from shubbak.kernel.refusal import Fault, Refusal

SEEN, UPLOAD, FILE, CAMERA, DROP = "seen.", "upload.", "file.", "camera.", "drop."


@dataclass(frozen=True, slots=True)
class Brought:
    """What is there of one kind of paper. `upload` is the key of a file that was taken in, with its name and size."""

    seen: bool = False
    upload: UUID | None = None
    name: str = ""
    size: int = 0

    @property
    def there(self) -> bool:
        """Whether the paper was brought at all."""
        return self.seen or self.upload is not None


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One line of the list of papers; `next` marks the first that is still missing, `asked` that it applies now."""

    kind: DocumentKind
    required: bool
    brought: Brought
    error: Any = ""
    next: bool = False
    asked: bool = True


def papers_in(posted: QueryDict) -> dict[str, Brought]:
    """What was posted of each kind of paper; unreadable keys of uploads fall away."""
    found: dict[str, Brought] = {}
    for name in posted:
        if name.startswith(SEEN):
            kind = name.removeprefix(SEEN)
            found[kind] = replace(found.get(kind, Brought()), seen=True)
        elif name.startswith(UPLOAD) and (upload := _key(posted.get(name, ""))):
            kind = name.removeprefix(UPLOAD)
            size = posted.get(f"size.{kind}", "")
            brought = found.get(kind, Brought())
            named = posted.get(f"name.{kind}", "")[:120]
            found[kind] = replace(brought, upload=upload, name=named, size=counted(size) or 0)
    if dropped := posted.get("drop", ""):
        found[dropped] = replace(found.get(dropped, Brought()), upload=None, name="", size=0)
    return found


def take_files(
    by: Actor, brought: Mapping[str, Brought], files: MultiValueDict[str, UploadedFile]
) -> tuple[dict[str, Brought], list[Fault]]:
    """Take in the files that came with a form; a refused one says why, and everything else stays."""
    kept, faults = dict(brought), []
    for name in files:
        prefix = next((p for p in (FILE, CAMERA) if name.startswith(p)), None)
        file = files.get(name)
        if prefix is None or not isinstance(file, UploadedFile):
            continue
        kind = name.removeprefix(prefix)
        try:
            upload = receive_upload(by=by, name=file.name or "", content=cast(BinaryIO, file))
        except Refusal as refused:
            faults.append(Fault(f"documents.{kind}", refused.code, refused.message))
            continue
        kept[kind] = replace(kept.get(kind, Brought()), upload=upload.id, name=file.name or "", size=upload.size)
    return kept, faults


def rows(
    kinds: Iterable[DocumentKind],
    asked: Mapping[str, bool],
    brought: Mapping[str, Brought],
    faults: Iterable[Fault] = (),
) -> list[PaperRow]:
    """The list of papers: `asked` says which apply now and whether they must come; each with what was brought of it."""
    wrong = {
        fault.at.removeprefix("documents."): fault.message for fault in faults if fault.at.startswith("documents.")
    }
    made: list[PaperRow] = []
    for kind in kinds:
        there, applies = brought.get(kind.key, Brought()), kind.key in asked
        first = applies and not there.there and not any(row.next for row in made)
        made.append(PaperRow(kind, asked.get(kind.key, False), there, wrong.get(kind.key, ""), first, applies))
    return made


def as_papers(asked: Iterable[DocumentKind], brought: Mapping[str, Brought]) -> list[Paper]:
    """What was brought of the papers asked for, as an act takes it."""
    return [
        Paper(kind.key, upload_id=brought[kind.key].upload, seen_original=brought[kind.key].seen)
        for kind in asked
        if kind.key in brought and brought[kind.key].there
    ]


def take_answers(by: Actor, given: Given, files: MultiValueDict[str, UploadedFile]) -> Given:
    """Take in the files that answer questions of the form."""
    received = ((name, file) for name in files if isinstance(file := files.get(name), UploadedFile))
    return with_files(
        given, received, lambda file: receive_upload(by=by, name=file.name or "", content=cast(BinaryIO, file))
    )


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
