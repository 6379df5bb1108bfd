"""Databases for trying things out: a migrated template per set of tables, and quick clones of it, one per process."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .postgres import Server
from .postgres.roles import APPLICATION, OWNER, drop_database, make_database


def choose_database(home: Path) -> None:
    """Before Django is set up: name this process's own database in the environment."""
    server = Server(home)
    os.environ["DATABASE_URL"] = server.url(APPLICATION, _own())
    os.environ["DATABASE_OWNER_URL"] = server.url(OWNER, _own())


@contextmanager
def database(home: Path, blocker: Any) -> Iterator[None]:
    """A clone of the template for the length of a block; transactional tests clone it again instead of flushing."""
    from django.db import connections
    from django.test import TransactionTestCase

    with Server(home).lease() as server, blocker.unblock():
        template = _template(server)
        for alias in ("default", "owner"):  # where Django was set up before this process could choose
            connections[alias].settings_dict["NAME"] = _own()

        def clone(*_: object) -> None:
            connections.close_all()
            drop_database(server, _own())
            make_database(server, _own(), template=template)

        case: Any = TransactionTestCase
        flush, case._fixture_teardown = case._fixture_teardown, clone
        try:
            clone()
            yield
        finally:
            case._fixture_teardown = flush
            connections.close_all()
            drop_database(server, _own())


def _own() -> str:
    return f"trial_{os.getpid()}"


def _template(server: Server) -> str:
    """The name of the template for the code as it is, migrated by whoever comes first."""
    from django.db import connections

    from . import schema

    name = f"template_{schema.fingerprint()}"
    with (server.home / "template.lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if not _exists(server, name):
            _tidy(server)
            drop_database(server, f"{name}_draft")
            make_database(server, f"{name}_draft")
            named = [connections[alias].settings_dict for alias in ("default", "owner")]
            before = [settings["NAME"] for settings in named]
            try:
                for settings in named:
                    settings["NAME"] = f"{name}_draft"
                schema.bring_up_to_date()
            finally:
                connections.close_all()
                for settings, earlier in zip(named, before, strict=True):
                    settings["NAME"] = earlier
            with server.connect() as superuser:
                superuser.execute(f"ALTER DATABASE {name}_draft RENAME TO {name}")
    return name


def _exists(server: Server, name: str) -> bool:
    with server.connect() as superuser:
        return superuser.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def _tidy(server: Server) -> None:
    """Drop the clones of processes that were killed, and all but the latest templates."""
    with server.connect() as superuser:
        names = [str(row[0]) for row in superuser.execute("SELECT datname FROM pg_database ORDER BY oid").fetchall()]
    clones = [name for name in names if name.startswith("trial_")]
    templates = [name for name in names if name.startswith("template_")]
    dead = [name for name in clones if not Path(f"/proc/{name.removeprefix('trial_')}").exists()]
    for name in (*dead, *templates[:-4]):
        drop_database(server, name)
