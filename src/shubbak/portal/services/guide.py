"""All of a service's page that is the same for every reader of a language, worked out once a version."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from django.utils.safestring import mark_safe

from shubbak.catalogue.exports.schema_org import government_service, script
from shubbak.documents.qr import svg
from shubbak.flow.definition import ServiceDefinition

from .shown import ServiceShown, shown

_kept: dict[tuple[int, str], ServiceShown] = {}
_MOST = 2000


def page(version: int, service: ServiceDefinition, address: str, language: str) -> dict[str, Any]:
    """What the template is given: the service in words, its address and QR, and itself as schema.org tells it."""
    place = (version, language)
    if place not in _kept:
        if len(_kept) >= _MOST:
            _kept.clear()
        _kept[place] = shown(service)
    told = government_service(service, url=address, language=language)
    return {"s": _kept[place], "address": address, "qr": _drawn(address), "linked": mark_safe(script(told))}  # noqa: S308  escaped by `script`


@lru_cache(maxsize=512)
def _drawn(address: str) -> str:
    """The QR of an address with its size as a view box, so that a style sheet may scale it."""
    return re.sub(r'width="(\d+)" height="(\d+)"', r'viewBox="0 0 \1 \2"', svg(address), count=1)
