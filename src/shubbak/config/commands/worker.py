"""`shubbak worker`: runs the jobs that acts deferred."""

from __future__ import annotations

import argparse
import asyncio
from typing import cast

from shubbak.config.running.children import follow_parent
from shubbak.config.start import prepare

HELP = "run background jobs until stopped"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help="stop when no job is left")


def run(options: argparse.Namespace) -> int:
    """One worker of as many as one likes. A worker that was killed loses nothing: its jobs are given to another."""
    follow_parent()
    env = prepare()
    asyncio.run(_work(once=options.once, at_once=env.jobs_at_once))
    return 0


async def _work(*, once: bool, at_once: int) -> None:
    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.django_connector import DjangoConnector

    from shubbak.config.jobs import forgive_outages, with_living_connection

    connector = cast(DjangoConnector, app.connector).get_worker_connector()
    with app.replace_connector(connector) as working:
        async with working.open_async():
            working.perform_import_paths()
            forgive_outages(working)
            await working.run_worker_async(
                wait=not once,
                concurrency=at_once,
                fetch_job_polling_interval=2.0,
                shutdown_graceful_timeout=5.0,
                update_heartbeat_interval=5.0,
                stalled_worker_timeout=20.0,
                delete_jobs="successful",
                task_middleware=[with_living_connection],
            )
