"""`python -m bench`: load, measure, print. N and KEEP come from `make bench N=… KEEP=1`."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import mean
from typing import Any

from shubbak.config.postgres import Server

from .clients import Told, walk
from .limits import Limits
from .load import Loader, timed
from .report import Report
from .town import ROOT, Town, free_port
from .walks import STEPS, Walks

TURNS = 5
BACKLOG = "SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing')"
UNSEALED = (
    "SELECT count(*) FROM trail_entry WHERE txid >= (SELECT coalesce(max(txid_to), 0) FROM trail_seal)"
    " AND txid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
)


def main() -> int:
    """0 when every aim is met and every answer was right."""
    options = arguments()
    home = (ROOT / "var" / "bench").absolute()
    if not options.keep:
        shutil.rmtree(home, ignore_errors=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    town = Town(home)
    town.start()
    try:
        ground = prepared(town, options)
        report = Report()
        Run(town, ground, options, report).measure()
    finally:
        town.stop()
    if not options.keep:
        shutil.rmtree(home, ignore_errors=True)
    print(f"\n{report.table()}\n")
    for fault in report.faults[:10]:
        print(f"wrong answer: {fault}")
    return 1 if report.faults or any(row[4] for row in report.lines) else 0


def arguments() -> argparse.Namespace:
    """What to load and how long to measure."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--cases", type=int, default=int(os.environ.get("N") or 1_000_000))
    parser.add_argument("--services", type=int, default=344)
    parser.add_argument("--seconds", type=int, default=int(os.environ.get("SECONDS_EACH") or 15))
    parser.add_argument("--keep", action="store_true", default=bool(os.environ.get("KEEP")))
    return parser.parse_args()


def prepared(town: Town, options: argparse.Namespace) -> dict[str, Any]:
    """The loaded ground: from the kept state folder, or made now."""
    kept = town.home / "ground.json"
    server = Server(town.home)
    if not kept.exists():
        ground = town.run("bench.settle", str(options.services))
        for part, seconds in Loader(server, ground, options.cases).load():
            print(f"loaded {part}: {seconds:.0f} s", flush=True)
        print(f"loaded the limits' tables: {timed(Limits(server, options.cases).load):.0f} s", flush=True)
        kept.write_text(json.dumps(ground), "utf-8")
    ground = dict(json.loads(kept.read_text("utf-8")))
    ground |= town.run("bench.settle", "again", *ground["staff"])
    kept.write_text(json.dumps(ground), "utf-8")
    Walks(server, ground).bring_papers()
    waited = timed(lambda: settled(server))
    print(f"{options.cases:,} cases; the trail was sealed up to date in {waited:.0f} s\n", flush=True)
    return ground


def settled(server: Server) -> None:
    """Wait until the worker has sealed what was loaded, so that measuring begins without a debt."""
    with server.connect("postgres", "shubbak") as here:
        until = time.monotonic() + 600
        while time.monotonic() < until and _number(here, UNSEALED) > 2_000:
            time.sleep(1)


class Run:
    """One round of measures."""

    def __init__(self, town: Town, ground: dict[str, Any], options: argparse.Namespace, report: Report) -> None:
        self.town, self.ground, self.options, self.report = town, ground, options, report
        self.server = Server(town.home)
        self.limits = Limits(self.server, options.cases)
        self.walks = Walks(self.server, ground)

    def measure(self) -> None:
        """In the order in which each makes what the next needs."""
        self._register()
        self._advance()
        self._inboxes()
        self._tracking()
        self._catalogue()
        self._inside()
        self._worker()

    def _register(self) -> None:
        def limit(seconds: int) -> float:
            return self.limits.per_second("submit", seconds=seconds)

        self._walk(self.walks.register_copies, 3)
        registering = {
            "register, 3 papers and an invoice": self.walks.register_copies,
            "register a complaint": self.walks.register_complaints,
        }
        self._held(registering, limit, aim=8, of="bare SQL")

    def _advance(self) -> None:
        def limit(seconds: int) -> float:
            return self.limits.per_second("advance", seconds=seconds)

        moving = {f"advance: {name}": self.walks.step(name) for name in STEPS}
        self._held(moving, limit, aim=10, of="bare SQL")

    def _held(self, asking: dict[str, Any], limit: Callable[[int], float], *, aim: int, of: str) -> None:
        """Rates held against their limit, all taken by turns: a machine that others share is not the same for long,
        and what one step of a case makes the next takes away, so that nobody's desk grows beyond belief."""
        told: dict[str, Told] = {name: Told() for name in asking}
        limits: dict[str, list[float]] = {name: [] for name in asking}
        part = max(2, self.options.seconds // TURNS)
        for _ in range(TURNS):
            for name, walking in asking.items():
                limits[name].append(limit(part))
                told[name].add(self._walk(walking, part))
        for name, found in told.items():
            self.report.rate(name, found, limit=mean(limits[name]), aim=aim, of=of)

    def _inboxes(self) -> None:
        looks = (
            ("inbox: a department of a unit", "reviewer@bench0", "/desk/queue/"),
            ("inbox: hers, by name", "reviewer@bench0", "/desk/queue/?q=NAME"),
            ("inbox: a governorate", "head@bench", "/desk/all/"),
            ("inbox: a governorate, newest first", "head@bench", "/desk/all/?sort=newest"),
            ("inbox: a governorate, one service", "head@bench", "/desk/all/?service=SERVICE"),
            ("inbox: a governorate, by name", "head@bench", "/desk/all/?q=NAME"),
            ("cases: a department of a unit", "reviewer@bench0", "/api/v1/cases"),
            ("cases: a unit, issued", "clerk@bench0", "/api/v1/cases?state=issued"),
            ("cases: a governorate", "head@bench", "/api/v1/cases"),
            ("cases: a governorate, issued", "head@bench", "/api/v1/cases?state=issued"),
        )
        self.walks.wait_for_housekeeping()
        for name, who, path in looks:
            self._walk(self.walks.look(who, path), 2)
            self.report.latency(name, self._walk(self.walks.look(who, path), 8), aim=200)

    def _tracking(self) -> None:
        with bare(self.town, self.server) as port:

            def limit(seconds: int) -> float:
                told = walk(port, self.walks.follow, seconds=seconds)
                self.report.faults.extend(told.faults)
                return told.per_second

            limit(2)
            self._walk(self.walks.follow, 2)
            self._held({"tracking page": self.walks.follow}, limit, aim=20, of="a bare Django view")
        print(f"  (as bare SQL: {self.limits.per_second('track', seconds=4):,.0f}/s)", flush=True)

    def _catalogue(self) -> None:
        looks = (
            ("window: a service's form opened", self.walks.open_forms, 150),
            ("guide: a question asked", self.walks.browse("/services/?q=SOUGHT"), 100),
            ("guide: a service's page", self.walks.browse("/services/SERVICE/"), 150),
        )
        for name, asking, aim in looks:
            self._walk(asking, 3)
            self.report.latency(name, self._walk(asking, 8), aim=aim)

    def _inside(self) -> None:
        found = self.town.run("bench.inside", str(self.town.home / "ground.json"))
        for name, count in found["statements"].items():
            aim = 15 if name.startswith("register") else 12 if name.startswith("step") else None
            self.report.figure(f"SQL statements: {name}", count, "", aim=aim)
        for name, spent in found["milliseconds"].items():
            self.report.figure(name, spent, "ms", aim=300 if name.startswith("search") else None)
        self.report.figure("the whole catalogue loaded, all of it new", found["catalogue"], "s", aim=20)

    def _worker(self) -> None:
        with self.server.connect("postgres", "shubbak") as here:
            self.report.figure("jobs the worker had not done yet", _number(here, BACKLOG), "jobs")
            self.report.figure("trail entries not sealed yet", _number(here, UNSEALED), "entries")

    def _walk(self, asking: Any, seconds: float | None = None) -> Told:
        return walk(self.town.port, asking, seconds=seconds or self.options.seconds)


@contextmanager
def bare(town: Town, server: Server) -> Iterator[int]:
    """A bare Django view over the same database, under the same web server with the same workers."""
    port = free_port()
    words = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port),
        "--workers", "2", "--blocking-threads", "4", "--no-ws", "--http", "1", "--log-level", "error",
        "--workers-kill-timeout", "3", "bench.bare:application",
    ]  # fmt: skip
    reach = {"DATABASE_URL": server.url("shubbak_app")}
    running = subprocess.Popen(words, env=town.environment | reach, cwd=ROOT, start_new_session=True)
    try:
        time.sleep(4)
        yield port
    finally:
        os.killpg(running.pid, signal.SIGKILL)
        running.wait(30)


def _number(here: Any, statement: str) -> int:
    return int(here.execute(statement).fetchone()[0])


if __name__ == "__main__":
    sys.exit(main())
