"""The whole catalogue as one JSON-LD document."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from shubbak.flow.definition import ServiceDefinition

from .context import CONTEXT, Shape
from .organisations import Addresses, dataset, shared
from .services import service_nodes

LICENCE = "https://spdx.org/licenses/EUPL-1.2"


def catalogue(
    services: Sequence[ServiceDefinition], *, public_url: str, modified: datetime, licence: str = LICENCE
) -> Shape:
    """A dataset of services with all that they share, each node once; readable without fetching anything."""
    at = Addresses(public_url)
    nodes = [dataset(services, at, modified=modified, licence=licence), *shared(services, at)]
    for service in services:
        nodes += service_nodes(service, at)
    return {"@context": CONTEXT, "@graph": [_without_gaps(node) for node in nodes]}


def _without_gaps(node: Shape) -> Shape:
    """A node without members that say nothing."""
    return {name: value for name, value in node.items() if value not in ([], {}, "")}
