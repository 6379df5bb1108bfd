"""What cases do by the clock, and in the background."""

from datetime import datetime
from uuid import UUID

from procrastinate.contrib.django import app

from shubbak.kernel.actor import SYSTEM
from shubbak.trail.whole import whole

from .actions import recount, sweep


@app.periodic(cron="*/5 * * * *")
@app.task(name="cases.sweep", queueing_lock="cases.sweep", pass_context=False)
def sweep_cases(timestamp: int) -> None:
    """Every five minutes: tacit decisions, lapses and escalations whose day has come."""
    sweep()


@app.task(name="cases.recount", lock="cases.recount", pass_context=False)
@whole
def recount_cases(since: str, after: str = "") -> None:
    """Count running cases by a changed calendar, some at a time: the next job is written with what this one did."""
    last = recount(by=SYSTEM, since=datetime.fromisoformat(since), after=UUID(after) if after else None)
    if last is not None:
        recount_cases.defer(since=since, after=str(last))
