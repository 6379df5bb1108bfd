"""What a doctor would ask of an installation: each finding is a sentence that says how to mend it."""

from __future__ import annotations

import importlib.util
import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from . import vault
from .environment import Environment
from .postgres.programs import NotFound, find

_ROOM = 2 * 1024**3
ONE_ROLE = (
    "DATABASE_URL and DATABASE_OWNER_URL name the same role, so the application could rewrite its own trail: "
    "make a second role that owns the tables and name it in DATABASE_OWNER_URL"
)
_ASSETS = ("design/static/vendor", "documents/fonts")


def findings(*, demo: bool) -> Iterator[str]:
    """What is missing or unsafe here, the plainest first."""
    env = Environment.read()
    yield from _state_folder(env.home)
    yield from _secrets(env.home)
    yield from _databases(env, demo)
    yield from _assets()
    if not demo:
        yield from _address(env)


def _state_folder(home: Path) -> Iterator[str]:
    home.mkdir(parents=True, exist_ok=True)
    if not os.access(home, os.W_OK):
        yield f"the state folder {home} cannot be written: choose another with SHUBBAK_HOME"
    elif shutil.disk_usage(home).free < _ROOM:
        yield f"less than 2 GB are free for {home}: make room or move it with SHUBBAK_HOME"


def _secrets(home: Path) -> Iterator[str]:
    for path in sorted((home / "secrets").glob("[!.]*")):
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            yield f"others may read {path}: chmod 600 {path}"
    if vault.read(home, "ring"):
        try:
            vault.ring(home)
        except ValueError as fault:
            yield f"{home / 'secrets' / 'ring'} is not a key ring ({fault}): bring back its last backup"


def _databases(env: Environment, demo: bool) -> Iterator[str]:
    if env.embedded:
        try:
            find(env.home)
        except NotFound as fault:
            yield str(fault)
        return
    if not demo and env.one_role:
        yield ONE_ROLE
    yield from _server(env.database_url)


def _server(url: str) -> Iterator[str]:
    import psycopg

    try:
        with psycopg.connect(url, connect_timeout=5) as connection:
            if connection.info.server_version < 150000:
                yield "the database server is older than PostgreSQL 15: install 15 or newer"
    except psycopg.OperationalError:
        yield f"the database at {urlsplit(url).hostname} does not answer: start it, or correct DATABASE_URL"


def _assets() -> Iterator[str]:
    package = Path(__file__).resolve().parent.parent
    for place in _ASSETS:
        if not any((package / place).glob("*")):
            yield f"the assets in {place} are missing: run `make assets`, or install the built wheel"
    if not any(package.glob("*/locale/*/LC_MESSAGES/*.mo")):
        yield "the translations are not compiled: run `make messages`, or install the built wheel"
    if importlib.util.find_spec("typst") is None:
        yield "typst is missing, so no paper can be printed: install the packages of requirements/run.txt"


def _address(env: Environment) -> Iterator[str]:
    if not os.environ.get("SHUBBAK_PUBLIC_URL"):
        yield "SHUBBAK_PUBLIC_URL is not set, so QR codes would carry a loopback address: set it to the https address"
    elif env.plain_http:
        yield "SHUBBAK_PUBLIC_URL is plain http, so cookies could be stolen on the way: put TLS before it and say https"
