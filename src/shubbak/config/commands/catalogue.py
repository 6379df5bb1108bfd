"""`shubbak catalogue check|load DIR`: services written as YAML, judged and taken into use."""

from __future__ import annotations

import argparse
from pathlib import Path

from shubbak.config.command import Refused
from shubbak.config.running.session import database
from shubbak.config.start import prepare

HELP = "check the service definitions in a folder, or load them"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("check", "load"))
    parser.add_argument("folder", type=Path, metavar="DIR")


def run(options: argparse.Namespace) -> int:
    """Prints every finding as file:line; loads only a folder without one."""
    if not options.folder.is_dir():
        raise Refused(f"{options.folder} is not a folder")
    prepare()
    from shubbak.catalogue.check import check

    findings = check(options.folder)
    for finding in findings:
        print(f"{finding.file}:{finding.line}: {finding.what}; {finding.mend}")
    if findings or options.what == "check":
        print(f"{len(findings)} to mend" if findings else "nothing to mend")
        return 1 if findings else 0
    with database():
        from shubbak.catalogue.actions import load

        load(options.folder)
    return 0
