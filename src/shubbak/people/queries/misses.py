"""Whether a subject is held off at a door after too many misses."""

from __future__ import annotations

from shubbak.kernel import clock
from shubbak.kernel.keys import ring

from ..models import Miss


def miss_key(door: str, subject: str) -> bytes:
    """What a count is kept under: a keyed digest, so that the table names nobody."""
    return ring().digest(f"{door}|{subject}", "people.miss").value


def is_held_off(*, door: str, subject: str) -> bool:
    """Whether `subject` (a staff number, an address, a case number) has to wait at `door`; one statement."""
    return Miss.objects.filter(pk=miss_key(door, subject), held_until__gt=clock.now()).exists()
