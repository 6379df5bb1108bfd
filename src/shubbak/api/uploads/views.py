"""Files: handed in before the case that takes them."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from ninja import Router

from shubbak.documents.actions import receive_upload
from shubbak.documents.intake.limits import MOST_BYTES
from shubbak.kernel.actor import Actor, Role
from shubbak.kernel.refusal import Fault, Invalid

from ..access import actor_of, token
from ..answers import done, moment
from ..shapes import UPLOAD
from .shapes import Uploaded

router = Router(tags=["uploads"])
KEPT = timedelta(hours=24)
BRINGERS = (
    Role.CLERK,
    Role.REVIEWER,
    Role.INSPECTOR,
    Role.DEPARTMENT_HEAD,
    Role.UNIT_HEAD,
    Role.AGENCY_REVIEWER,
    Role.ARCHIVIST,
)
_FILE = {"schema": {"type": "string", "contentMediaType": "application/octet-stream"}}
_FORM = {"schema": {"type": "object", "properties": {"file": _FILE["schema"]}, "required": ["file"]}}
BODY = {
    "requestBody": {
        "required": True,
        "content": {"multipart/form-data": _FORM, "application/pdf": _FILE, "image/*": _FILE},
    }
}


@router.post("/uploads", response={201: Uploaded, **UPLOAD}, summary="Hand in a file", openapi_extra=BODY)
@token(*BRINGERS)
def receive(request: HttpRequest) -> HttpResponse:
    """PDF, JPEG, PNG or HEIC: as the part `file` of a form, or as the body itself (its name in `?name=`)."""
    name, content = _file(request)
    asked = name.encode() + b"\n" + sha256(content).digest()
    return done(request, lambda: _receive(actor_of(request), name, content), status=201, asked=asked)


def _receive(by: Actor, name: str, content: bytes) -> dict[str, Any]:
    kept = receive_upload(by=by, name=name, content=content)
    return {
        "id": str(kept.id),
        "sha256": kept.sha256,
        "media_type": kept.media_type,
        "size": kept.size,
        "expires_at": moment(kept.uploaded_at + KEPT),
    }


def _file(request: HttpRequest) -> tuple[str, bytes]:
    """The file's name and bytes, at most one more than we take."""
    if (request.content_type or "").startswith("multipart/"):
        part = request.FILES.get("file")
        if part is None:
            message = _("Send the file as the part `file` of the form.")
            raise Invalid("file", message, faults=[Fault("file", "missing", message)])
        return part.name or "", part.read(MOST_BYTES + 1)
    return request.GET.get("name", "")[:200], request.read(MOST_BYTES + 1)
