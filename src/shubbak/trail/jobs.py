"""Sealing in the background, and forgetting answers nobody will ask for again."""

from __future__ import annotations

from datetime import timedelta

from procrastinate.contrib.django import app

from shubbak.kernel.actor import SYSTEM

from .actions import forget_answers, seal

KEPT = timedelta(hours=48)
URGENT = 100


@app.periodic(cron="* * * * * */5")
@app.task(name="trail.seal_entries", queueing_lock="trail.seal_entries", lock="trail.seal_entries", priority=URGENT)
def seal_entries(timestamp: int) -> None:
    """Every five seconds, before other work. AnchorDisagrees fails the job: an alarm until somebody looks."""
    seal(by=SYSTEM)


@app.periodic(cron="17 * * * *")
@app.task(name="trail.purge_answers", queueing_lock="trail.purge_answers")
def purge_answers(timestamp: int) -> None:
    """Drop stored answers two days after they were given."""
    forget_answers(by=SYSTEM, older_than=KEPT)
