"""Let the clock act: wake every case whose day has come."""

from __future__ import annotations

import logging

from shubbak.kernel import clock
from shubbak.kernel.actor import SYSTEM, Actor

from ...models import Case
from .wake import wake

log = logging.getLogger(__name__)


def sweep(*, by: Actor = SYSTEM, limit: int = 1000) -> int:
    """Wake at most `limit` cases that are due, each in its own transaction; how many were woken.

    A case that cannot be woken is logged by its key and left for the next sweep: it never stops the others.
    """
    due = Case.objects.filter(wakes_on__lte=clock.today()).order_by("wakes_on").values_list("pk", flat=True)[:limit]
    woken = 0
    for case_id in list(due):
        try:
            wake(by=by, case_id=case_id)
            woken += 1
        except Exception:
            log.exception("case %s could not be woken", case_id)
    return woken
