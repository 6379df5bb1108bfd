"""Forget the misses of a subject that turned out to be right."""

from __future__ import annotations

from shubbak.kernel.actor import STRANGER, Actor
from shubbak.trail.whole import whole

from ...models import Miss
from ...queries.misses import miss_key


@whole
def forgive_misses(*, by: Actor = STRANGER, door: str, subject: str) -> None:
    """The count begins again at nothing; `by` is whoever got through."""
    Miss.objects.filter(pk=miss_key(door, subject)).delete()
