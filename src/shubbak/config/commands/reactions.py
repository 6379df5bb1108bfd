"""`shubbak reactions`: which slice reacts to which news from below."""

from __future__ import annotations

import argparse

from shubbak.config.start import prepare

HELP = "print the map of events and reactions"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.description = HELP


def run(options: argparse.Namespace) -> int:
    """One event a paragraph."""
    prepare()
    from shubbak.kernel.events import reactions

    for event, subscribed in sorted(reactions().items()):
        print(event.removeprefix("shubbak."))
        for reaction in subscribed:
            print(f"  -> {reaction.removeprefix('shubbak.')}")
    return 0
