"""Pictures: decoded, turned upright, and encoded anew, so that nothing but pixels comes through."""

from __future__ import annotations

import io

import pi_heif
from PIL import Image, ImageOps

from shubbak.documents.intake.limits import MOST_PIXELS

pi_heif.register_heif_opener()
Image.MAX_IMAGE_PIXELS = MOST_PIXELS
FORMATS = ("JPEG", "PNG", "HEIF")


def reencoded(content: bytes) -> tuple[bytes, str]:
    """The picture as JPEG or PNG (HEIC becomes JPEG) with no metadata. ValueError with a code when it is not one."""
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise ValueError("too_many_pixels")
            png = image.format == "PNG"
            image.load()
            return _written(ImageOps.exif_transpose(image), png=png)
    except Image.DecompressionBombError:
        raise ValueError("too_many_pixels") from None
    except (OSError, SyntaxError, EOFError):
        raise ValueError("not_readable") from None


def _written(image: Image.Image, *, png: bool) -> tuple[bytes, str]:
    out = io.BytesIO()
    if png:
        plain = image if image.mode in ("1", "L", "LA", "RGB", "RGBA") else image.convert("RGBA")
        plain.info.clear()
        plain.save(out, "PNG")
        return out.getvalue(), "image/png"
    plain = image if image.mode == "L" else image.convert("RGB")
    plain.info.clear()
    plain.save(out, "JPEG", quality=88)
    return out.getvalue(), "image/jpeg"
