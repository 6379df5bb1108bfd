"""`python -m tests.crash.judge NOTES`: compares what was acknowledged with what the database holds; prints the
differences as JSON. Nothing here trusts the application: every question is SQL of its own."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from shubbak.config.running.session import database

_ENDED = ("issued", "rejected", "withdrawn", "lapsed", "closed")
_PATIENCE = 60.0


def main(notes: Path) -> None:
    """Every difference is one sentence."""
    lines = [json.loads(line) for line in notes.read_text("utf-8").splitlines()]
    with database():
        from shubbak.trail.queries import verify

        found = [*acknowledged(lines), *numbers(), *money(), *stuck(), *jobs()]
        verdict = verify()
        found += [] if verdict.ok else [str(verdict)]
        cases, acts, receipts = (
            one(f"SELECT count(*) FROM {t}") for t in ("cases_case", "cases_act", "payments_receipt")
        )
    print(
        json.dumps({"problems": found, "cases": cases, "acts": acts, "receipts": receipts, "acknowledged": len(lines)})
    )


def rows(sql: str, *values: Any) -> list[tuple[Any, ...]]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


def one(sql: str, *values: Any) -> Any:
    return rows(sql, *values)[0][0]


def acknowledged(lines: list[dict[str, Any]]) -> Iterator[str]:
    """Every acknowledged write is there."""
    there = {number for (number,) in rows("SELECT number FROM cases_case")}
    done = {str(key) for (key,) in rows("SELECT id FROM cases_task WHERE state = 'done'")}
    paid = {number for (number,) in rows(
        "SELECT c.number FROM cases_case c JOIN payments_invoice i ON i.subject_id = c.id"
        " JOIN payments_receipt r ON r.invoice_id = i.id AND r.state = 'issued'"
    )}  # fmt: skip
    for line in lines:
        if line["kind"] == "case" and line["number"] not in there:
            yield f"acknowledged case {line['number']} is lost"
        if line["kind"] == "act" and line["task"] not in done:
            yield f"acknowledged act {line['action']} on {line['number']} is lost"
        if line["kind"] == "receipt" and line["number"] not in paid:
            yield f"acknowledged payment of {line['number']} is lost"
    keys = [line["number"] for line in lines if line["kind"] == "case"]
    if len(set(keys)) != len(keys):
        yield "two requests were given one case number"


def numbers() -> Iterator[str]:
    """Case numbers and receipts run without gap or double, by unit and year, by book."""
    for unit, year, count, first, last in rows(
        "SELECT split_part(number, '-', 1), split_part(number, '-', 2), count(*),"
        " min(split_part(number, '-', 3)::int), max(split_part(number, '-', 3)::int)"
        " FROM cases_case GROUP BY 1, 2"
    ):
        if (first, last) != (1, count):
            yield f"case numbers of {unit} in {year} run {first} to {last} for {count} cases"
    for book, count, first, last, following in rows(
        "SELECT b.id, count(r.id), min(r.number), max(r.number), b.next_number FROM payments_receiptbook b"
        " JOIN payments_receipt r ON r.book_id = b.id GROUP BY b.id"
    ):
        if last - first + 1 != count or following != last + 1:
            yield f"leaves of book {book} run {first} to {last}, next {following}, for {count} receipts"
    for case, count in rows(
        "SELECT case_id, count(*) FROM cases_act WHERE task_id IS NOT NULL"
        " GROUP BY case_id, task_id HAVING count(*) > 1"
    ):
        yield f"a task of case {case} was done {count} times"


def money() -> Iterator[str]:
    """Every entry balances, and what was collected is what the receipts say."""
    for entry, total in rows(
        "SELECT entry_id, sum(amount) FROM payments_posting GROUP BY entry_id HAVING sum(amount) <> 0"
    ):
        yield f"ledger entry {entry} is off by {total} piastres"
    for invoice, count in rows(
        "SELECT invoice_id, count(*) FROM payments_receipt WHERE state = 'issued'"
        " GROUP BY invoice_id HAVING count(*) > 1"
    ):
        yield f"invoice {invoice} was collected {count} times"
    for invoice, total, amount in rows(
        "SELECT i.id, i.total, r.amount FROM payments_invoice i JOIN payments_receipt r ON r.invoice_id = i.id"
        " WHERE r.state = 'issued' AND (i.total <> r.amount OR i.state <> 'paid')"
    ):
        yield f"invoice {invoice} of {total} has a receipt of {amount}"


def stuck() -> Iterator[str]:
    """A case that has not ended waits for somebody; one that ended waits for nobody."""
    for number, state, tasks in rows(
        "SELECT c.number, c.state, count(t.id) FROM cases_case c"
        " LEFT JOIN cases_task t ON t.case_id = c.id AND t.state = 'open' GROUP BY c.id"
    ):
        if (state in _ENDED) == bool(tasks):
            yield f"case {number} is {state} with {tasks} open tasks"


def jobs() -> Iterator[str]:
    """Every job that is due gets done."""
    sql = (
        "SELECT id, task_name, status FROM procrastinate_jobs WHERE status IN ('todo', 'doing', 'failed')"
        " AND (scheduled_at IS NULL OR scheduled_at < now() - interval '30 seconds') AND queueing_lock IS NULL"
    )
    until = time.monotonic() + _PATIENCE
    while (left := rows(sql)) and time.monotonic() < until:
        time.sleep(1)
    for number, name, status in left:
        yield f"job {number} {name} is left {status}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
