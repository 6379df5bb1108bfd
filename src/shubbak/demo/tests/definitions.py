"""The whole catalogue as its files say, read once a process and only when a test asks."""

from __future__ import annotations

from functools import cache

from shubbak.catalogue.reading.folder import HERE, read_folder
from shubbak.flow.definition import ServiceDefinition


@cache
def definitions() -> dict[str, ServiceDefinition]:
    """Every service by key."""
    return {one.service.key: one.service for one in read_folder(HERE)[0]}
