"""What cases do by the clock."""

from procrastinate.contrib.django import app

from .actions import sweep


@app.periodic(cron="*/5 * * * *")
@app.task(name="cases.sweep", queueing_lock="cases.sweep", pass_context=False)
def sweep_cases(timestamp: int) -> None:
    """Every five minutes: tacit decisions, lapses and escalations whose day has come."""
    sweep()
