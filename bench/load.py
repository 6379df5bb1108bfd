"""Fills the real tables by SQL: indexes off, rows in, indexes on, then a look for anything that hangs in the air."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from psycopg import Connection, sql

from shubbak.config.postgres import Server
from shubbak.kernel.arabic import fold

from .names import NAMES

HERE = Path(__file__).parent / "load"
PART = 50_000
TABLES = (
    "people_person", "people_personnumber", "cases_case", "cases_task", "cases_act", "cases_casedocument",
    "cases_casepaper", "documents_paper", "payments_invoice", "payments_invoiceline", "payments_entry",
    "payments_posting", "payments_receipt", "payments_receiptbook", "payments_drawer", "payments_account",
)  # fmt: skip


class Loader:
    """One load: how many cases, among how many people, on which ground."""

    def __init__(self, server: Server, ground: dict[str, Any], cases: int) -> None:
        self.server, self.ground, self.cases = server, ground, cases
        self.values: dict[str, object] = {
            "cases": cases, "people": cases, "names": len(NAMES), "nobody": "00000000-0000-0000-0000-000000000000",
            **{part: bytes.fromhex(ground["sealed"][purpose]) for part, purpose in (
                ("code", "cases.code"), ("mobile", "people.mobile"), ("national_id", "people.national_id"),
                ("facts", "documents.facts"),
            )},
        }  # fmt: skip

    def load(self) -> Iterator[tuple[str, float]]:
        """Every part with the seconds it took; a ValueError when the outcome does not hold together."""
        with self._connected() as here:
            yield "ground", timed(lambda: self._ground(here))
            with lightened(here):
                yield "plan", timed(lambda: self._run(here, "1_plan"))
                yield "rows", timed(self._rows)
                begun = time.monotonic()
            yield "indexes", time.monotonic() - begun
            yield "vacuum", timed(lambda: here.execute("VACUUM (ANALYZE)"))
            yield "no orphans", timed(lambda: self._whole(here))
            here.execute("CHECKPOINT")

    def _ground(self, here: Connection[Any]) -> None:
        here.execute(
            "DROP SCHEMA IF EXISTS bench CASCADE; CREATE SCHEMA bench;"
            "CREATE TABLE bench.unit (i int PRIMARY KEY, code text, path text, governorate text);"
            "CREATE TABLE bench.name (i int PRIMARY KEY, name text, folded text);"
            'CREATE TABLE bench.service (i int PRIMARY KEY, key text, "like" text, version bigint, department text,'
            " answers bytea, first text, last text, role text, task_department text, paid boolean, output text)"
        )
        with here.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO bench.unit VALUES (%s, %s, %s, %s)",
                [(i, *unit) for i, unit in enumerate(self.ground["units"])],
            )
            cursor.executemany(
                "INSERT INTO bench.name VALUES (%s, %s, %s)", [(i, name, fold(name)) for i, name in enumerate(NAMES)]
            )
            rows = [dict(row, answers=bytes.fromhex(row["answers"])) for row in self.ground["services"]]
            cursor.executemany(
                "INSERT INTO bench.service VALUES (%(i)s, %(key)s, %(like)s, %(version)s, %(department)s, %(answers)s,"
                " %(first)s, %(last)s, %(role)s, %(task_department)s, %(paid)s, %(output)s)",
                rows,
            )
            staff = [self.ground["staff"][f"clerk@bench{i}"] for i in range(4)]
            cursor.execute(
                "CREATE TABLE bench.clerk AS SELECT * FROM unnest(%s::uuid[]) WITH ORDINALITY AS c (id, i)", [staff]
            )

    def _rows(self) -> None:
        """People and trail on one connection, cases and money on another: two cores."""
        with ThreadPoolExecutor(2) as hands:
            for done in [hands.submit(self._people_and_trail), hands.submit(self._cases_and_money)]:
                done.result()

    def _people_and_trail(self) -> None:
        with self._connected() as here:
            self._run(here, "2_people")
            here.execute("SET session_replication_role = origin")
            for start in range(0, self.cases, PART):
                self._run(here, "6_trail", {"from": start, "to": start + PART})

    def _cases_and_money(self) -> None:
        with self._connected() as here:
            for part in ("3_cases", "4_papers", "5_money"):
                self._run(here, part)

    def _whole(self, here: Connection[Any]) -> None:
        wrong = [f"{what}: {count}" for what, count in here.execute((HERE / "7_orphans.sql").read_text()) if count]
        if wrong:
            raise ValueError("the load does not hold together: " + ", ".join(wrong))

    def _run(self, here: Connection[Any], name: str, more: dict[str, object] | None = None) -> None:
        values = self.values | (more or {})

        def spelled(found: re.Match[str]) -> str:
            return sql.Literal(values[found[1]]).as_string(here)

        here.execute(re.sub(r"(?<!:):(?!:)([a-z_]+)", spelled, (HERE / f"{name}.sql").read_text("utf-8")))

    @contextmanager
    def _connected(self) -> Iterator[Connection[Any]]:
        with self.server.connect("postgres", "shubbak") as here:
            here.execute("SET session_replication_role = replica; SET synchronous_commit = off;")
            here.execute("SET maintenance_work_mem = '512MB'; SET work_mem = '128MB'")
            yield here


@contextmanager
def lightened(here: Connection[Any]) -> Iterator[None]:
    """The tables without their triggers and plain indexes for the length of a block."""
    indexes = here.execute(
        "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index"
        " WHERE indrelid = ANY(%s::regclass[]) AND NOT indisunique AND NOT indisexclusion",
        [list(TABLES)],
    ).fetchall()
    triggers = here.execute(
        "SELECT tgrelid::regclass::text, tgname, tgenabled::text FROM pg_trigger"
        " WHERE NOT tgisinternal AND tgrelid = ANY(%s::regclass[])",
        [list(TABLES)],
    ).fetchall()
    for name, _definition in indexes:
        here.execute(f"DROP INDEX {name}")
    for table, name, _state in triggers:
        here.execute(f"ALTER TABLE {table} DISABLE TRIGGER {name}")
    try:
        yield
    finally:
        for table, name, state in triggers:
            here.execute(f"ALTER TABLE {table} ENABLE {'ALWAYS' if state == 'A' else ''} TRIGGER {name}")
        for _name, definition in indexes:
            here.execute(definition)


def timed(act: Callable[[], object]) -> float:
    """The seconds `act` takes."""
    begun = time.monotonic()
    act()
    return time.monotonic() - begun
