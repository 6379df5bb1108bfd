"""`shubbak keys rotate`: a new key seals from now on; the old ones still open."""

from __future__ import annotations

import argparse

from shubbak.config import vault
from shubbak.config.environment import Environment

HELP = "add a version to the key ring; processes take it up when they are started again"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("rotate",))


def run(options: argparse.Namespace) -> int:
    """The earlier versions stay: what they sealed is still opened, what they digested still found."""
    home = Environment.read().home
    vault.make_all(home)
    ring = vault.ring(home).rotated()
    vault.replace(home, "ring", ring.to_json())
    print(f"version {ring.newest} seals from the next start on; back up {home / 'secrets' / 'ring'} now")
    return 0
