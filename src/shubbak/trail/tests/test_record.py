"""An act is one row, in the act's own transaction, under a hash that anybody can recompute."""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from hashlib import sha256

import pytest
from django.db import DatabaseError, connection, connections, transaction
from django.test.utils import CaptureQueriesContext

from shubbak.kernel import clock
from shubbak.kernel.actor import SYSTEM, Actor, ActorKind
from shubbak.kernel.money import Money
from shubbak.trail.actions import Happening, record, record_many
from shubbak.trail.models import Entry

pytestmark = pytest.mark.django_db
CLERK = Actor(id=uuid.UUID(int=7), kind=ActorKind.STAFF)
NOON = datetime(2026, 11, 22, 10, 0, 0, 120000, tzinfo=UTC)


def outside(entry: Entry) -> bytes:
    """The leaf as an auditor with a plain copy of the row recomputes it, in Python alone."""

    def seconds(at: datetime) -> str:
        micros = (at - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
        return f"{micros // 10**6}.{micros % 10**6:06d}"

    def facts(value: object) -> object:
        if isinstance(value, dict):
            return {k: facts(value[k]) for k in sorted(value, key=lambda k: (len(k.encode()), k.encode()))}
        return [facts(part) for part in value] if isinstance(value, list) else value

    def text(value: object) -> str:
        return json.dumps(value, ensure_ascii=False)

    subject_id = str(entry.subject_id) if entry.subject_id else None
    parts = [text(v) for v in ("v1", entry.node, entry.epoch, entry.txid, entry.seq)]
    parts += [seconds(entry.recorded_at), seconds(entry.happened_at)]
    parts += [text(v) for v in (entry.actor_kind, str(entry.actor_id), entry.role, entry.act, entry.subject)]
    parts += [text(subject_id), text(entry.unit), text(facts(entry.facts))]
    return sha256(b"\x00" + ("[" + ", ".join(parts) + "]").encode()).digest()


def test_an_act_is_one_statement_and_one_row() -> None:
    case = uuid.uuid4()
    with clock.held(NOON), CaptureQueriesContext(connection) as asked:
        record(
            by=CLERK, act="cases.submitted", subject="case", subject_id=case, unit="0402", facts={"n": 1}, role="clerk"
        )
    assert len(asked) == 1
    entry = Entry.objects.get()
    assert (entry.node, entry.epoch, entry.actor_kind, entry.actor_id) == (1, 1, "staff", CLERK.id)
    assert (entry.act, entry.subject, entry.subject_id, entry.unit, entry.role) == (
        "cases.submitted", "case", case, "0402", "clerk"
    )  # fmt: skip
    assert entry.happened_at == NOON
    assert abs(entry.recorded_at - datetime.now(UTC)) < timedelta(minutes=1)
    assert entry.facts == {"n": 1}


def test_the_leaf_is_recomputed_outside_the_database() -> None:
    facts = {
        "bb": 'سلام\n\t"\\\x01\x7f/',
        "a": [1, None, True, {"ي": 2, "x": "é"}],
        "": "",
        "c": -5,
        "paid": Money(36100),
    }
    record(by=CLERK, act="a.b", subject="s", subject_id=uuid.uuid4(), facts=facts)
    record(by=SYSTEM, act="a.b", subject='q"\\', subject_id=None, unit="")
    with clock.held(datetime(1969, 12, 31, 23, 59, 59, 5, tzinfo=UTC).replace(year=1971)):
        record(by=SYSTEM, act="a.b", subject="s", subject_id=None)
    for entry in Entry.objects.all():
        assert bytes(entry.leaf) == outside(entry)


def test_many_acts_are_one_statement_in_their_order() -> None:
    rows = [Happening(f"a.b{i}", "s", None, facts={"at": i}) for i in range(20)]
    with CaptureQueriesContext(connection) as asked:
        record_many(by=SYSTEM, rows=rows)
        record_many(by=SYSTEM, rows=[])
    assert len(asked) == 1
    assert [entry.act for entry in Entry.objects.order_by("txid", "seq")] == [row.act for row in rows]


def test_facts_have_one_true_form() -> None:
    day = datetime(2026, 1, 2, tzinfo=UTC)
    facts = {"d": day.date(), "t": day, "m": Money(5), "x": Decimal("1.50"), "b": b"\x01", "u": uuid.UUID(int=1)}
    record(by=SYSTEM, act="a.b", subject="s", subject_id=None, facts=facts)
    assert Entry.objects.get().facts == {
        "d": "2026-01-02", "t": "2026-01-02T00:00:00+00:00", "m": "0.05", "x": "1.50", "b": "01",
        "u": "00000000-0000-0000-0000-000000000001",
    }  # fmt: skip
    with pytest.raises(TypeError):
        record(by=SYSTEM, act="a.b", subject="s", subject_id=None, facts={"o": object()})


def test_a_rollback_takes_the_entry_with_it() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        record(by=SYSTEM, act="a.b", subject="s", subject_id=None)
        raise ZeroDivisionError
    assert not Entry.objects.exists()


FORBIDDEN = [
    "UPDATE trail_entry SET act = 'x'",
    "DELETE FROM trail_entry",
    "TRUNCATE trail_entry",
    "UPDATE trail_seal SET number = 9",
    "DELETE FROM trail_seal",
    "TRUNCATE trail_seal",
    "UPDATE trail_node SET epoch = 9",
    "DELETE FROM trail_node",
    "TRUNCATE trail_entry_default",
]


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_the_application_may_only_add(statement: str) -> None:
    record(by=SYSTEM, act="a.b", subject="s", subject_id=None)
    with pytest.raises(DatabaseError, match="denied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Entry.objects.get().act == "a.b"


@pytest.mark.django_db(databases=["default", "owner"])
@pytest.mark.parametrize("statement", [s for s in FORBIDDEN if "UPDATE trail_node" not in s])
def test_the_owner_is_stopped_by_triggers(statement: str) -> None:
    owner = connections["owner"]
    with (
        pytest.raises(DatabaseError, match="only ever added to"),
        transaction.atomic("owner"),
        owner.cursor() as cursor,
    ):
        record_as_owner(cursor)
        cursor.execute(statement)


def record_as_owner(cursor: object) -> None:
    cursor.execute(  # type: ignore[attr-defined]
        "INSERT INTO trail_entry (happened_at, actor_kind, actor_id, role, act, subject, unit, facts)"
        " VALUES (now(), '', gen_random_uuid(), '', '', '', '', '{}')"
    )


def test_what_the_application_says_of_name_and_hash_is_overwritten() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO trail_entry (node, epoch, txid, seq, leaf, happened_at, actor_kind, actor_id, role, act,"
            " subject, unit, facts) VALUES (9, 9, 9, 9, '\\x00', now(), '', gen_random_uuid(), '', '', '', '', '{}')"
        )
        cursor.execute("SELECT pg_current_xact_id()::text::bigint")
        (here,) = cursor.fetchone()
    entry = Entry.objects.get()
    assert (entry.node, entry.epoch, entry.txid) == (1, 1, here)
    assert bytes(entry.leaf) == outside(entry)


def test_nobody_backdates_the_recording() -> None:
    with (
        pytest.raises(DatabaseError, match="the database says when"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "INSERT INTO trail_entry (recorded_at, happened_at, actor_kind, actor_id, role, act, subject, unit, facts)"
            " VALUES (now() - interval '2 days', now(), '', gen_random_uuid(), '', '', '', '', '{}')"
        )


def test_entries_stand_in_the_partition_of_their_month() -> None:
    record(by=SYSTEM, act="a.b", subject="s", subject_id=None)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tableoid::regclass::text, to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY_MM') FROM trail_entry"
        )
        table, month = cursor.fetchone()
    assert table == f"trail_entry_{month}"
