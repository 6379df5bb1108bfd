"""A database for the length of one command: the one DATABASE_URL names, or our own, started when it is down."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ..command import Refused
from ..environment import Environment
from ..postgres import Server, Unstartable
from ..postgres.programs import NotFound
from ..postgres.roles import make_database
from ..start import prepare


@contextmanager
def database() -> Iterator[Environment]:
    """Django set up over a database that answers; our own server is stopped again if nobody else uses it.

    Refused where nobody ever started Shubbak: a command run in the wrong folder makes nothing there.
    """
    env = Environment.read()
    if env.embedded and not (env.home / "postgres").is_dir():
        raise Refused(f"there is no database in {env.home}: name the state folder (SHUBBAK_HOME), or run `shubbak up`")
    with new_database() as env:
        yield env


@contextmanager
def new_database() -> Iterator[Environment]:
    """The same, where our own server is made when there is none yet."""
    if not Environment.read().embedded:
        yield _prepared()
        return
    try:
        with Server(Environment.read().home).lease() as server:
            make_database(server)
            yield _prepared()
    except (NotFound, Unstartable) as fault:
        raise Refused(str(fault)) from None


def _prepared() -> Environment:
    """Commands speak English, as their help does."""
    env = prepare()
    from django.utils import translation

    translation.activate("en")
    return env
