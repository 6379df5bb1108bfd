"""The one background entry that belongs to no slice: jobs whose worker died are given to another."""

from __future__ import annotations

from procrastinate.contrib.django import app
from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Status

SILENT_AFTER = 20.0


@app.periodic(cron="*/10 * * * * *")
@app.task(queueing_lock="config.recover", pass_context=False)
async def recover(timestamp: int) -> None:
    """Take back every job whose worker gave no sign of life for SILENT_AFTER seconds."""
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=SILENT_AFTER):
        try:
            await app.job_manager.retry_job(job)
        except UniqueViolation:  # another of its kind waits already and will do the same
            await app.job_manager.finish_job(job, Status.ABORTED, delete_job=True)
