"""What people do by the clock: carry numbers over to the newest key, and forget what sign-in no longer needs."""

from __future__ import annotations

from procrastinate.contrib.django import app

from shubbak.kernel.actor import SYSTEM

from .actions import forget_stale, redigest_numbers, reseal_factors
from .queries import has_numbers_under_an_older_key

BATCH = 1000


@app.periodic(cron="23 * * * *")
@app.task(name="people.carry_over_keys", queueing_lock="people.carry_over_keys", lock="people.carry_over_keys")
def carry_over_keys(timestamp: int) -> None:
    """Every hour; after a turn of the key ring, until every number and every second factor is under the newest key."""
    if has_numbers_under_an_older_key():
        reseal_factors(by=SYSTEM)
        while redigest_numbers(by=SYSTEM, batch=BATCH):
            pass


@app.periodic(cron="43 3 * * *")
@app.task(name="people.forget_stale_sign_ins", queueing_lock="people.forget_stale_sign_ins")
def forget_stale_sign_ins(timestamp: int) -> None:
    """Every night."""
    forget_stale(by=SYSTEM)
