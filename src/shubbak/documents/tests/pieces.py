"""Files as people and forgers make them, written here so that none needs to be kept."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

HEIC = (Path(__file__).parent / "files" / "phone.heic").read_bytes()


def photo(kind: str = "JPEG", size: tuple[int, int] = (120, 80), *, turned: bool = False) -> bytes:
    """A picture with the camera's name and a place inside; `turned` as a phone held upright marks it."""
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "Telephone of a citizen"
    if turned:
        exif[0x0112] = 6
    exif.get_ifd(0x8825)[2] = (29.0, 58.0, 0.0)
    Image.new("RGB", size, (11, 85, 99)).save(out, kind, exif=exif.tobytes())
    return out.getvalue()


def pdf(pages: int = 1, **root: object) -> bytes:
    """A PDF of empty pages; `root` entries are put into its catalogue."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    for name, value in root.items():
        writer._root_object[NameObject(f"/{name}")] = value  # type: ignore[index]
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def action(kind: str, **more: object) -> DictionaryObject:
    """An action dictionary of a PDF."""
    entries = {"S": NameObject(f"/{kind}")} | more
    return DictionaryObject({NameObject(f"/{name}"): value for name, value in entries.items()})


def with_script() -> bytes:
    return pdf(OpenAction=action("JavaScript", JS=TextStringObject("app.alert(1)")))


def with_launch() -> bytes:
    return pdf(OpenAction=action("Launch", F=TextStringObject("cmd.exe")))


def with_script_on_a_page() -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    page[NameObject("/AA")] = DictionaryObject({NameObject("/O"): action("JavaScript", JS=TextStringObject("1"))})
    return written(writer)


def with_attachment() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_attachment("macro.exe", b"MZ" * 100)
    return written(writer)


def with_live_form() -> bytes:
    form = DictionaryObject({NameObject("/XFA"): TextStringObject("<xdp/>"), NameObject("/Fields"): ArrayObject()})
    return pdf(AcroForm=form)


def with_earlier_script() -> bytes:
    """A script that only an earlier revision reaches."""
    return pdf().replace(b"startxref", b"9 0 obj <</S /JavaScript /JS (1)>> endobj\nstartxref", 1)


def locked() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("secret")
    return written(writer)


def endless_pages() -> bytes:
    """A page tree that says it has two thousand million pages."""
    return pdf().replace(b"/Count 1", b"/Count 2000000000", 1)


def knot() -> bytes:
    """A page tree that contains itself."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    tree = writer._root_object["/Pages"]
    tree[NameObject("/Kids")].append(writer._root_object.raw_get("/Pages"))  # type: ignore[index]
    tree[NameObject("/Count")] = NumberObject(2)  # type: ignore[index]
    return written(writer)


def huge_png(side: int = 50_000) -> bytes:
    """A few kilobytes that say they are a picture of `side` by `side`."""
    return _png(side, 100_000)


def bomb_png() -> bytes:
    """A picture within the limit of pixels whose rows unfold to far more than it says."""
    return _png(100, 200_000_000)


def _png(side: int, unfolded: int) -> bytes:
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + _chunk(b"IDAT", zlib.compress(bytes(unfolded))) + _chunk(b"IEND", b"")


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
