"""`shubbak calendar list|set`: the holidays of a year, and the days that decisions moved."""

from __future__ import annotations

import argparse
from datetime import date

from shubbak.config.command import Refused
from shubbak.config.running.session import database

HELP = "list the holidays of a year, or make a day free or worked as a decision said"


def arguments(parser: argparse.ArgumentParser) -> None:
    whats = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    listing = whats.add_parser("list", help="the holidays and moved days of a year")
    listing.add_argument("year", type=int, metavar="YEAR")
    setting = whats.add_parser("set", help="make a day free or worked; promised days are counted anew")
    setting.add_argument("day", type=date.fromisoformat, metavar="DAY", help="such as 2026-11-22")
    setting.add_argument("made", choices=("free", "worked"), metavar="free|worked")
    setting.add_argument("--name", nargs=2, required=True, metavar=("ARABIC", "ENGLISH"), help="what the day is called")
    setting.add_argument("--source", required=True, metavar="TEXT", help="the decision: its number and date")


def run(options: argparse.Namespace) -> int:
    """Whoever may run commands on this machine acts for the country; the trail keeps the decision."""
    with database():
        return {"list": _list, "set": _set}[options.what](options)


def _list(options: argparse.Namespace) -> int:
    from shubbak.places.queries import calendar

    kept, year = calendar(), options.year
    moved = [(day, one) for day, one in kept.overrides.items() if day.year == year and one.is_working]
    rows = [(one.date, "free", one.name_en, one.name_ar, one.source) for one in kept.holidays(year)]
    rows += [(day, "worked", one.name_en, one.name_ar, one.source) for day, one in moved]
    for day, made, english, arabic, source in sorted(rows):
        print(f"{day:%Y-%m-%d %a}  {made:6}  {english} | {arabic}" + (f" ({source})" if source else ""))
    return 0


def _set(options: argparse.Namespace) -> int:
    from shubbak.kernel.actor import SYSTEM
    from shubbak.kernel.refusal import Refusal
    from shubbak.places.actions import set_calendar_day

    arabic, english = options.name
    try:
        set_calendar_day(
            by=SYSTEM, day=options.day, is_working=options.made == "worked",
            name_ar=arabic, name_en=english, source=options.source,
        )  # fmt: skip
    except Refusal as refusal:
        raise Refused(str(refusal)) from None
    print(f"{options.day:%A, %d %B %Y} is {options.made}; what was promised is counted anew within the minute")
    return 0
