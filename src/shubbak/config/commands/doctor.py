"""`shubbak doctor`: what is missing, in plain words, with how to mend it."""

from __future__ import annotations

import argparse

from shubbak.config.doctor import findings

HELP = "say what is missing and how to mend it"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--demo", action="store_true", help="judge as for the demo")


def run(options: argparse.Namespace) -> int:
    """One line a finding; status 1 when there is any."""
    found = 0
    for said in findings(demo=options.demo):
        found += 1
        print(f"- {said}", flush=True)
    print("nothing is missing" if not found else f"{found} to mend")
    return 1 if found else 0
