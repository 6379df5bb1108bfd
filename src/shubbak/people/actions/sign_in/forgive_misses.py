"""Forget the misses of a subject that turned out to be right."""

from __future__ import annotations

from django.db import transaction

from shubbak.kernel.actor import STRANGER, Actor

from ...models import Miss
from ...queries.misses import miss_key


@transaction.atomic
def forgive_misses(*, by: Actor = STRANGER, door: str, subject: str) -> None:
    """The count begins again at nothing; `by` is whoever got through."""
    Miss.objects.filter(pk=miss_key(door, subject)).delete()
