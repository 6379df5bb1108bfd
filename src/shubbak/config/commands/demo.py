"""`shubbak demo`: fill this database with the invented world; `up --demo` runs it beside the open pages."""

from __future__ import annotations

import argparse
import os

from shubbak.config.command import Refused
from shubbak.config.running.session import database

HELP = "fill this database with the demo's invented people and cases"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.description = f"{HELP}; refused where real people are"


def run(options: argparse.Namespace) -> int:
    """Made by the real actions under a moved clock; running it again adds nothing."""
    os.environ["SHUBBAK_DEMO"] = "1"
    with database():
        from shubbak.config import world

        why = world.refusal(demo=True)
        if why:
            raise Refused(why)
        world.mark_demo()
        from shubbak.demo.actions import fill

        fill()
    return 0
