"""The tables: brought up to date as the owner, then opened to the application exactly as far as each slice says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from shubbak.trail import partitions

_READ_ONLY = ("django_migrations",)
_LOCK = 7_210_402


def is_current() -> bool:
    """Whether every migration of the code is in the database (asked as the application)."""
    executor = MigrationExecutor(connections["default"])
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def ping() -> None:
    """One round trip to the database; raises when it does not answer."""
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT 1")


def bring_up_to_date() -> bool:
    """Migrate and grant, as the owner, one process at a time; says whether there was anything to do."""
    owner = connections["owner"]
    with owner.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
    executor = MigrationExecutor(owner)
    behind = bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if behind:
        call_command("migrate", database="owner", verbosity=0, interactive=False, run_syncdb=True)
    open_up()
    return behind


def open_up() -> None:
    """What every start does as the owner: the trail's coming months and epoch, and the application's rights."""
    owner = connections["owner"]
    partitions.ensure(owner)
    grant(str(settings.DATABASES["default"]["USER"]))
    owner.close()


def append_only() -> list[str]:
    """The tables that only grow, as each slice's `apps.py` names them."""
    return [table for config in apps.get_app_configs() for table in getattr(config, "append_only", ())]


def grant(application: str) -> None:
    """Give the application its rights: everything on rows, except that append-only tables only grow."""
    owner = connections["owner"]
    role = owner.ops.quote_name(application)
    with owner.cursor() as cursor:
        cursor.execute(
            f"GRANT USAGE ON SCHEMA public TO {role};"
            f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role};"
            f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role};"
        )
        for table in _with_partitions(cursor, append_only()):
            cursor.execute(f"REVOKE UPDATE, DELETE, TRUNCATE ON {owner.ops.quote_name(table)} FROM {role}")
        for table in _READ_ONLY:
            cursor.execute(f"REVOKE INSERT, UPDATE, DELETE ON {owner.ops.quote_name(table)} FROM {role}")


def _with_partitions(cursor: object, tables: list[str]) -> list[str]:
    cursor.execute(  # type: ignore[attr-defined]
        "WITH RECURSIVE grown AS ("
        " SELECT oid FROM pg_class WHERE relname = ANY(%s) AND relnamespace = 'public'::regnamespace"
        " UNION SELECT inhrelid FROM pg_inherits JOIN grown ON inhparent = grown.oid)"
        " SELECT relname FROM grown JOIN pg_class USING (oid)",
        [tables],
    )
    return [name for (name,) in cursor.fetchall()]  # type: ignore[attr-defined]


def fingerprint() -> str:
    """A short name for this set of tables: changes when a migration, or what is granted, changes."""
    digest = hashlib.sha256()
    for path in sorted(_sources()):
        digest.update(path.name.encode() + path.read_bytes())
    digest.update(repr((settings.INSTALLED_APPS, append_only())).encode())
    return digest.hexdigest()[:16]


def _sources() -> Iterator[Path]:
    yield Path(__file__)
    for config in apps.get_app_configs():
        yield from (Path(config.path) / "migrations").glob("*.py")
