"""Statements gathered and sent as one: all or nothing, in the transaction they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from shubbak.trail.together import lingering, settle, together, write

WORD = "INSERT INTO spoken (word) VALUES (%s)"
LONGER = "UPDATE spoken SET word = word || %s WHERE word = %s"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def spoken() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE spoken (word text CHECK (word <> 'never')) ON COMMIT DROP")


def words() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT word FROM spoken ORDER BY word")
        return [word for (word,) in cursor.fetchall()]


def test_alone_a_statement_goes_at_once() -> None:
    write(WORD, ["باب"])
    assert words() == ["باب"]


def test_a_block_sends_one_statement_at_its_end() -> None:
    write(WORD, ["شباك"])
    with CaptureQueriesContext(connection) as sent:
        with together():
            write(WORD, ["باب"])
            with together():
                write(WORD, ["سقف"])
            write(LONGER, ["!", "شباك"])
        seen = len(sent.captured_queries)
    assert seen == 1
    assert words() == ["باب", "سقف", "شباك!"]


def test_a_block_that_raises_writes_nothing() -> None:
    with pytest.raises(KeyError), together():
        write(WORD, ["باب"])
        raise KeyError
    assert words() == []
    with together():
        pass
    write(WORD, ["سقف"])
    assert words() == ["سقف"]


def test_what_the_database_refuses_takes_the_whole_block() -> None:
    with pytest.raises(Exception, match="check constraint"), transaction.atomic(), together():
        write(WORD, ["باب"])
        write(WORD, ["never"])
    assert words() == []


def test_below_a_savepoint_it_goes_at_once_and_with_the_savepoint() -> None:
    with together():
        write(WORD, ["باب"])
        with pytest.raises(KeyError), transaction.atomic():
            write(WORD, ["سقف"])
            assert words() == ["سقف"]
            raise KeyError
    assert words() == ["باب"]


def test_settling_sends_what_there_is_so_that_it_can_be_read() -> None:
    settle()
    with together():
        write(WORD, ["باب"])
        settle()
        assert words() == ["باب"]
        write(WORD, ["سقف"])
        assert words() == ["باب"]
    assert words() == ["باب", "سقف"]


def test_the_last_block_goes_with_what_its_caller_sends() -> None:
    with CaptureQueriesContext(connection) as sent:
        with lingering() as last:
            with together():
                write(WORD, ["باب"])
            with together():
                write(WORD, ["سقف"])
                write(WORD, ["درج"])
            assert last.send([(WORD, ["شباك"])]) == 1
        seen = [query["sql"].count("INSERT") for query in sent.captured_queries]
    assert seen == [1, 3]
    assert words() == ["باب", "درج", "سقف", "شباك"]


def test_whatever_is_asked_finds_what_lingered() -> None:
    with lingering() as last:
        with together():
            write(WORD, ["باب"])
        assert words() == ["باب"]
        with together():
            write(WORD, ["سقف"])
        write(LONGER, ["!", "سقف"])
        assert words() == ["باب", "سقف!"]
        assert last.send([(LONGER, ["!", "شباك"])]) == 0


def test_what_lingers_is_sent_though_its_caller_adds_nothing() -> None:
    with lingering(), together():
        write(WORD, ["باب"])
    assert words() == ["باب"]


def test_what_lingers_is_dropped_when_its_act_raises() -> None:
    with pytest.raises(KeyError), lingering():
        with together():
            write(WORD, ["باب"])
        raise KeyError
    assert words() == []


def test_nothing_lingers_below_a_savepoint() -> None:
    with lingering() as last:
        with together():
            write(WORD, ["باب"])
        with pytest.raises(KeyError), transaction.atomic():
            with together():
                write(WORD, ["سقف"])
            raise KeyError
        assert last.send([(WORD, ["شباك"])]) == 1
    assert words() == ["باب", "شباك"]


def test_a_refusal_is_put_into_words_wherever_it_is_sent() -> None:
    class NeverError(Exception):
        pass

    @contextmanager
    def explained() -> Iterator[None]:
        try:
            yield
        except IntegrityError as error:
            raise NeverError from error

    def said() -> None:
        with together(), together(explained):
            write(WORD, ["never"])

    with pytest.raises(NeverError), transaction.atomic():
        said()
    with pytest.raises(NeverError), transaction.atomic(), lingering() as last:
        said()
        last.send([(WORD, ["باب"])])
    with pytest.raises(NeverError), transaction.atomic(), lingering():
        said()
        words()
    assert words() == []
