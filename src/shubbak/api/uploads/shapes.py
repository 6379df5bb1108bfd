"""What is told of an upload."""

from __future__ import annotations

from ninja import Schema
from pydantic import Field

from ..shapes import Moment


class Uploaded(Schema):
    """Use `id` as the `upload` of a document within 24 hours; afterwards a file that no case took is gone."""

    id: str
    sha256: str = Field(description="Of the file as it is kept: pictures are made anew, which drops what hides in them")
    media_type: str
    size: int
    expires_at: str = Moment
