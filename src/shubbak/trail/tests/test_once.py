"""A repeated request is answered once: run, replayed, refused while running, refused with another body."""

from __future__ import annotations

import threading
import uuid
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from shubbak.kernel.actor import SYSTEM, Actor, ActorKind
from shubbak.kernel.refusal import Invalid, NotNow
from shubbak.trail.actions import Answer, Happening, forget_answers, once, record, record_many
from shubbak.trail.models import Entry, StoredAnswer

CLERK = Actor(id=uuid.UUID(int=7), kind=ActorKind.STAFF)
OTHER = Actor(id=uuid.UUID(int=8), kind=ActorKind.STAFF)
BODY, ELSE = b"b" * 32, b"e" * 32
GIVEN = Answer(201, '{"number": "٤"}'.encode(), "application/json")


def act() -> Answer:
    record(by=CLERK, act="a.b", subject="s", subject_id=None)
    return GIVEN


@pytest.mark.django_db
def test_first_runs_then_replays() -> None:
    assert once(by=CLERK, key="k", fingerprint=BODY, act=act) == GIVEN
    assert once(by=CLERK, key="k", fingerprint=BODY, act=act) == GIVEN
    assert Entry.objects.count() == 1


@pytest.mark.django_db
def test_two_statements_of_its_own() -> None:
    with CaptureQueriesContext(connection) as asked:
        once(by=CLERK, key="k", fingerprint=BODY, act=lambda: GIVEN)
    assert len([q for q in asked if "trail_answer" in q["sql"]]) == 2
    assert len([q for q in asked if "SAVEPOINT" not in q["sql"]]) == 2


@pytest.mark.django_db
def test_entries_of_the_act_are_written_with_the_answer_in_their_order() -> None:
    def several() -> Answer:
        for n in range(3):
            record(by=CLERK, act=f"a.b{n}", subject="s", subject_id=None)
        record_many(by=CLERK, rows=[Happening("a.b3", "s", None), Happening("a.b4", "s", None)])
        return GIVEN

    with CaptureQueriesContext(connection) as asked:
        once(by=CLERK, key="k", fingerprint=BODY, act=several)
    assert len([q for q in asked if "SAVEPOINT" not in q["sql"]]) == 2
    assert [entry.act for entry in Entry.objects.order_by("txid", "seq")] == [f"a.b{n}" for n in range(5)]
    record(by=CLERK, act="a.after", subject="s", subject_id=None)
    assert Entry.objects.filter(act="a.after").exists()


@pytest.mark.django_db
def test_what_a_savepoint_takes_back_takes_its_entry_with_it() -> None:
    def half() -> Answer:
        act()
        try:
            with transaction.atomic():
                record(by=CLERK, act="a.undone", subject="s", subject_id=None)
                raise ZeroDivisionError
        except ZeroDivisionError:
            return GIVEN

    once(by=CLERK, key="k", fingerprint=BODY, act=half)
    assert [entry.act for entry in Entry.objects.all()] == ["a.b"]


@pytest.mark.django_db
def test_another_body_under_the_same_key_is_refused() -> None:
    once(by=CLERK, key="k", fingerprint=BODY, act=act)
    with pytest.raises(Invalid) as refused:
        once(by=CLERK, key="k", fingerprint=ELSE, act=act)
    assert refused.value.code == "key_reused"
    assert Entry.objects.count() == 1


@pytest.mark.django_db
def test_a_key_belongs_to_its_actor() -> None:
    once(by=CLERK, key="k", fingerprint=BODY, act=act)
    once(by=OTHER, key="k", fingerprint=ELSE, act=act)
    assert Entry.objects.count() == 2


@pytest.mark.django_db
def test_a_refused_act_keeps_nothing() -> None:
    def refuse() -> Answer:
        act()
        raise NotNow("moved_on", "it moved on")

    with pytest.raises(NotNow):
        once(by=CLERK, key="k", fingerprint=BODY, act=refuse)
    assert not Entry.objects.exists()
    assert once(by=CLERK, key="k", fingerprint=BODY, act=act) == GIVEN


def test_while_running_the_second_is_told_so(live: None) -> None:
    inside, finish = threading.Event(), threading.Event()
    answers: list[object] = []

    def slow() -> Answer:
        answer = act()
        inside.set()
        assert finish.wait(10)
        return answer

    def first() -> None:
        answers.append(once(by=CLERK, key="k", fingerprint=BODY, act=slow))
        connection.close()

    thread = threading.Thread(target=first)
    thread.start()
    assert inside.wait(10)
    with pytest.raises(NotNow) as refused:
        once(by=CLERK, key="k", fingerprint=BODY, act=act)
    finish.set()
    thread.join()
    assert refused.value.code == "still_running"
    assert answers == [GIVEN]
    assert once(by=CLERK, key="k", fingerprint=BODY, act=act) == GIVEN
    assert Entry.objects.count() == 1


def test_many_at_once_act_once(live: None) -> None:
    outcomes: list[str] = []
    gate = threading.Barrier(8)

    def attempt() -> None:
        gate.wait()
        try:
            once(by=CLERK, key="k", fingerprint=BODY, act=act)
            outcomes.append("answered")
        except NotNow as refusal:
            outcomes.append(refusal.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=attempt) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert "answered" in outcomes
    assert set(outcomes) <= {"answered", "still_running"}
    assert Entry.objects.count() == 1


@pytest.mark.django_db
def test_the_stored_answer_is_sealed_and_forgotten_after_two_days() -> None:
    once(by=CLERK, key="k", fingerprint=BODY, act=act)
    kept = StoredAnswer.objects.get()
    assert GIVEN.body not in bytes(kept.body_sealed)
    assert forget_answers(by=SYSTEM, older_than=timedelta(hours=48)) == 0
    with connection.cursor() as cursor:
        cursor.execute("UPDATE trail_answer SET stored_at = now() - interval '49 hours'")
    assert forget_answers(by=SYSTEM, older_than=timedelta(hours=48)) == 1
