"""`shubbak trail verify`: recompute every hash, seal and anchor."""

from __future__ import annotations

import argparse

from shubbak.config.running.session import database

HELP = "verify the trail: every leaf, seal, signature and anchor"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("verify",))


def run(options: argparse.Namespace) -> int:
    """Status 0 when all holds; otherwise names what does not."""
    with database():
        from shubbak.trail.queries import verify

        verdict = verify()
        print(verdict)
    return 0 if verdict.ok else 1
