"""The catalogue that ships, read once a process; tests that need it run in one group so that it is read once."""

from __future__ import annotations

from functools import cache

from shubbak.catalogue.reading.folder import HERE, read_folder
from shubbak.flow.definition import ServiceDefinition


@cache
def services() -> dict[str, ServiceDefinition]:
    """Every service by key, in the order of the files. What is wrong with a file is told by the tests of checking."""
    return {one.service.key: one.service for one in read_folder(HERE)[0]}
