"""The cell: a process of its own, poor in memory and time, that looks into one file and hands back what it found.

Reads the file on standard input; answers a line of JSON, `{"media_type", "pages"}` or `{"refused"}`, then the content.
"""

from __future__ import annotations

import json
import resource
import sys

from shubbak.documents.intake.limits import CELL_MEMORY, CELL_SECONDS


def main() -> None:
    """Look into standard input."""
    resource.setrlimit(resource.RLIMIT_AS, (CELL_MEMORY, CELL_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CELL_SECONDS, CELL_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    content = sys.stdin.buffer.read()
    try:
        clean, media_type, pages = look(content)
    except ValueError as refused:
        answer({"refused": str(refused)}, b"")
    except MemoryError:
        answer({"refused": "too_large_inside"}, b"")
    else:
        answer({"media_type": media_type, "pages": pages}, clean)


def look(content: bytes) -> tuple[bytes, str, int]:
    """The content as it may be kept, its media type and pages, by what its first bytes say and its parser confirms."""
    if content[:5] == b"%PDF-":
        from shubbak.documents.intake import pdfs

        return content, "application/pdf", pdfs.pages(content)
    if content[:3] == b"\xff\xd8\xff" or content[:8] == b"\x89PNG\r\n\x1a\n" or content[4:8] == b"ftyp":
        from shubbak.documents.intake import pictures

        return *pictures.reencoded(content), 1
    raise ValueError("unknown_kind")


def answer(found: dict[str, object], content: bytes) -> None:
    """Write the answer."""
    sys.stdout.buffer.write(json.dumps(found).encode() + b"\n" + content)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
