"""`shubbak migrate`: the tables as the code wants them, and the application's rights on them."""

from __future__ import annotations

import argparse
import os

from shubbak.config.command import Refused
from shubbak.config.doctor import ONE_ROLE
from shubbak.config.running.session import new_database

HELP = "bring the tables up to date (as the owner) and give the application its rights"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--whole", action="store_true", help="also places, the shipped catalogue and static files")
    parser.add_argument("--demo", action="store_true", help="the database is, or is to become, a demo")


def run(options: argparse.Namespace) -> int:
    """Refuses a demo's database outside the demo and a real one inside it."""
    if options.demo:
        os.environ["SHUBBAK_DEMO"] = "1"
    with new_database() as env:
        if env.one_role and not env.demo:
            raise Refused(ONE_ROLE)
        from shubbak.config import messages, schema, world
        from shubbak.config.static_files import collect

        why = world.refusal(env.demo)
        if why:
            raise Refused(why)
        messages.compile_stale()
        schema.bring_up_to_date()
        if env.demo:
            world.mark_demo()
        if options.whole:
            from shubbak.catalogue.actions import load
            from shubbak.catalogue.actions.load import SHIPPED
            from shubbak.places.actions import load_places

            load_places()
            load(SHIPPED, withdrawn_too=False)
            collect()
        if options.whole and env.demo:
            from shubbak.demo.actions import set_the_stage

            set_the_stage()
    return 0
