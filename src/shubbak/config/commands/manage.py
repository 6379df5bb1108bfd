"""`shubbak manage ...`: Django's own commands, over the same database and secrets."""

from __future__ import annotations

import argparse

from shubbak.config.running.session import database

HELP = "run one of Django's own commands"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs=argparse.REMAINDER)


def run(options: argparse.Namespace) -> int:
    return run_words(options.words)


def run_words(words: list[str]) -> int:
    """Every word goes to Django as it is."""
    with database():
        from django.core.management import execute_from_command_line

        execute_from_command_line(["shubbak manage", *words])
    return 0
