"""`shubbak keys rotate|reseal`: a new key seals from now on; what people are found by is carried over to it."""

from __future__ import annotations

import argparse

from shubbak.config import vault
from shubbak.config.environment import Environment
from shubbak.config.running.session import database

HELP = "add a version to the key ring (then start again), or carry people's numbers and second factors over to it"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("rotate", "reseal"))


def run(options: argparse.Namespace) -> int:
    """The earlier versions stay: what they sealed is still opened, what they digested still found."""
    return _rotate() if options.what == "rotate" else _reseal()


def _rotate() -> int:
    home = Environment.read().home
    vault.make_all(home)
    ring = vault.ring(home).rotated()
    vault.replace(home, "ring", ring.to_json())
    print(f"version {ring.newest} seals from the next start on; back up {home / 'secrets' / 'ring'} now")
    return 0


def _reseal() -> int:
    with database():
        from shubbak.kernel.actor import SYSTEM
        from shubbak.people.actions import redigest_numbers, reseal_factors

        numbers = 0
        while count := redigest_numbers(by=SYSTEM):
            numbers += count
        print(f"{numbers} numbers and {reseal_factors(by=SYSTEM)} second factors are under the newest version")
    return 0
