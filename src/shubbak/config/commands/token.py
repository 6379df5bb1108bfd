"""`shubbak token STAFF`: an API token for a named member of staff, printed once."""

from __future__ import annotations

import argparse

from shubbak.config.command import Refused
from shubbak.config.running.session import database

HELP = "print an API token for a member of staff, by staff number"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("staff", metavar="STAFF", help="staff number, such as clerk@suez")
    parser.add_argument("--hours", type=int, default=10, help="how long it is valid (default 10)")


def run(options: argparse.Namespace) -> int:
    """Whoever may run commands on this machine vouches for the second factor; the trail records the issue."""
    with database():
        from shubbak.kernel.actor import SYSTEM
        from shubbak.kernel.refusal import Refusal
        from shubbak.people.actions import issue_token
        from shubbak.people.queries import staff_by_number

        try:
            print(issue_token(by=SYSTEM, staff=staff_by_number(options.staff), hours=options.hours))
        except Refusal as refusal:
            raise Refused(str(refusal)) from None
    return 0
