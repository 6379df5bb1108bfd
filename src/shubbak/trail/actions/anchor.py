"""Anchor the seals' heads outside the database."""

from __future__ import annotations

import logging

from shubbak.kernel.actor import SYSTEM, Actor

from ..anchors import alone, append, last, places, publish
from ..models import Node, Seal
from ..signing import audit_key

logger = logging.getLogger(__name__)


def anchor(*, by: Actor = SYSTEM) -> int:
    """Append every seal that a place does not have yet; returns how many lines were written, over all places.

    A place that cannot be reached is left for the next time and said so in the log; the others go on.
    """
    node = Node.objects.values_list("node", flat=True).get()
    written = 0
    for place in places():
        try:
            with alone(place):
                publish(place, audit_key())
                known = last(place, node)
                missing = Seal.objects.filter(node=node, number__gt=known["seal"] if known else 0)
                written += append(place, missing.order_by("number").iterator())
        except OSError as error:
            logger.error("anchor place unreachable: %s", error.strerror)
    return written
