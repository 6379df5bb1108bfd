"""What no slice's job should have to think about: a worker that was killed, and a database that went away."""

from __future__ import annotations

from typing import Any

from django.db import InterfaceError, OperationalError, close_old_connections
from procrastinate.contrib.django import app
from procrastinate.exceptions import ConnectorException, UniqueViolation
from procrastinate.jobs import Job, Status
from procrastinate.retry import BaseRetryStrategy, RetryDecision

SILENT_AFTER = 20.0
_OUTAGE = (OperationalError, InterfaceError, ConnectorException)


@app.periodic(cron="* * * * * */10")
@app.task(name="config.recover", queueing_lock="config.recover")
async def recover(timestamp: int) -> None:
    """Give every job whose worker showed no sign of life for SILENT_AFTER seconds to another."""
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=SILENT_AFTER):
        try:
            await app.job_manager.retry_job(job)
        except UniqueViolation:  # another of its kind waits already and will do the same
            await app.job_manager.finish_job(job, Status.ABORTED, delete_job=True)


class AfterOutage(BaseRetryStrategy):
    """A job that lost its database is tried again until it is back; any other fault is the task's own affair."""

    def __init__(self, own: BaseRetryStrategy | None) -> None:
        self.own = own

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        """Two seconds later after an outage, as often as it takes."""
        if isinstance(exception, _OUTAGE):
            return RetryDecision(retry_in={"seconds": 2})
        return self.own.get_retry_decision(exception=exception, job=job) if self.own else None


def forgive_outages(working: Any) -> None:
    """Give every task of a worker that strategy, around its own."""
    for task in working.tasks.values():
        if not isinstance(task.retry_strategy, AfterOutage):
            task.retry_strategy = AfterOutage(task.retry_strategy)


def with_living_connection(call_next: Any, context: Any, worker: Any) -> Any:
    """Around each job: a connection that died since the last one is opened anew."""
    close_old_connections()
    try:
        return call_next()
    finally:
        close_old_connections()
