"""The command line: `shubbak VERB`.

Each verb is a file in `commands/` with HELP, `arguments(parser)` and `run(options)`, which returns the exit status.
"""

from __future__ import annotations

import argparse
import importlib
import sys

VERBS = (
    "up",
    "migrate",
    "worker",
    "catalogue",
    "calendar",
    "places",
    "trail",
    "keys",
    "token",
    "doctor",
    "demo",
    "reactions",
    "manage",
)


class Refused(Exception):
    """A command that cannot do what was asked; the message says why and how to mend it."""


def main(words: list[str] | None = None) -> int:
    """Run one command; its exit status. A refusal is one line on stderr, never a traceback."""
    words = sys.argv[1:] if words is None else words
    if words[:1] == ["manage"]:
        return int(importlib.import_module("shubbak.config.commands.manage").run_words(words[1:]))
    options = _parser().parse_args(words)
    try:
        return int(options.run(options) or 0)
    except Refused as refusal:
        print(f"shubbak: {refusal}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="shubbak", description="One window between people and their local government."
    )
    verbs = parser.add_subparsers(metavar="VERB", required=True)
    for name in VERBS:
        module = importlib.import_module(f"shubbak.config.commands.{name}")
        verb = verbs.add_parser(name, help=module.HELP, description=module.HELP)
        module.arguments(verb)
        verb.set_defaults(run=module.run)
    return parser
