"""Invented or real: a database says itself which of the two it holds, and neither is ever opened as the other.

The mark is a comment on the table of accounts: it travels with a dump, and the application's role cannot change it.
"""

from __future__ import annotations

from django.db import connections

_TABLE = "people_account"
_ANOTHER = "choose another SHUBBAK_HOME or DATABASE_URL"
_ANY = f"SELECT 1 FROM {_TABLE}"
_MARK = "demo: invented people whose passwords are known"


def is_demo() -> bool:
    """Whether this database was filled with invented people."""
    return _asks(f"obj_description('{_TABLE}'::regclass, 'pg_class') = '{_MARK}' OR EXISTS ({_ANY} WHERE is_demo)")


def has_people() -> bool:
    """Whether anybody has an account here."""
    return _asks(f"EXISTS ({_ANY})")


def _asks(condition: str) -> bool:
    """The answer, or no where there is no such table yet."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT to_regclass(%s) IS NOT NULL", [_TABLE])
        if not cursor.fetchone()[0]:
            return False
        cursor.execute(f"SELECT coalesce({condition}, false)")
        return bool(cursor.fetchone()[0])


def mark_demo() -> None:
    """Say of this database, for good, that its people are invented."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(f"COMMENT ON TABLE {_TABLE} IS '{_MARK}'")


def refusal(demo: bool) -> str:
    """Why a start in this mode must not open this database; empty when it may."""
    if demo and not is_demo() and has_people():
        return f"this database holds real people; the demo needs one of its own: {_ANOTHER}"
    if not demo and is_demo():
        return f"this database holds the demo's people, whose passwords are known: start with --demo, or {_ANOTHER}"
    return ""
