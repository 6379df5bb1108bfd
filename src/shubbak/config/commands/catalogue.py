"""`shubbak catalogue check|load|withdraw|report|export`: services judged, in use, no longer, counted, handed on."""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from shubbak.config.command import Refused
from shubbak.config.environment import Environment
from shubbak.config.running.session import database
from shubbak.config.start import prepare

if TYPE_CHECKING:
    from shubbak.catalogue.exports.written import Written

_NAMED = 20
HELP = "check, load, withdraw, count or export service definitions"
FORMATS = ("cpsv-ap", "schema-org", "bpmn", "spreadsheet")  # catalogue.exports.formats, which would be slow to ask here


def arguments(parser: argparse.ArgumentParser) -> None:
    whats = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    for what, said in (("check", "say what is wrong in a folder"), ("load", "take a folder into use")):
        whats.add_parser(what, help=said).add_argument("folder", type=Path, metavar="DIR")
    withdrawing = whats.add_parser("withdraw", help="offer a service no longer; running cases come to their end")
    withdrawing.add_argument("key", metavar="KEY")
    withdrawing.add_argument("--source", required=True, metavar="TEXT", help="the decision: its number and date")
    report = whats.add_parser("report", help="count services, and what has a source")
    report.add_argument("folder", type=Path, metavar="DIR", nargs="?", help="default: what ships with Shubbak")
    report.add_argument("--json", action="store_true", help="print the counts as JSON")
    export = whats.add_parser("export", help="write the catalogue in a format that others read")
    export.add_argument("format", choices=FORMATS, metavar="FORMAT", help=", ".join(FORMATS))
    export.add_argument("--service", metavar="KEY", help="one service alone")
    export.add_argument("--to", type=Path, metavar="FILE", help="default: standard output")
    export.add_argument("--from", type=Path, metavar="DIR", dest="folder", help="default: what ships with Shubbak")
    export.add_argument("--language", choices=("ar", "en"), default="ar", help="of schema-org and bpmn (default ar)")


def run(options: argparse.Namespace) -> int:
    """Each WHAT is a function of this module; 1 when there is something to mend."""
    folder = getattr(options, "folder", None)
    if folder is not None and not folder.is_dir():
        raise Refused(f"{folder} is not a folder")
    doing = {"check": _check, "load": _load, "withdraw": _withdraw, "report": _report, "export": _export}
    with database() if options.what in ("load", "withdraw") else nullcontext():
        prepare()
        return doing[options.what](options)


def _check(options: argparse.Namespace) -> int:
    """Prints every finding as file:line."""
    from shubbak.catalogue.check import check

    findings = check(options.folder)
    for finding in findings:
        print(f"{finding.file}:{finding.line}: {finding.what} {finding.mend}")
    if findings or options.what == "check":
        print(f"{len(findings)} to mend" if findings else "nothing to mend")
    return 1 if findings else 0


def _load(options: argparse.Namespace) -> int:
    """Loads only a folder without a finding."""
    if _check(options):
        return 1
    from shubbak.catalogue.actions import load

    published = load(options.folder)
    named = f": {', '.join(published)}" if 0 < len(published) <= _NAMED else ""
    print(
        f"{len(published)} published{named}" if published else "nothing new: every service is offered as it stands here"
    )
    return 0


def _withdraw(options: argparse.Namespace) -> int:
    """Whoever may run commands on this machine acts for the country; the trail keeps the decision."""
    from shubbak.catalogue.actions import withdraw
    from shubbak.kernel.refusal import Refusal

    try:
        withdraw(options.key, source=options.source)
    except Refusal as refusal:
        raise Refused(str(refusal)) from None
    print(f"{options.key} is no longer offered; its running cases go on; load its file to offer it again")
    return 0


def _report(options: argparse.Namespace) -> int:
    from shubbak.catalogue.exports.report import report, told

    files = _written(options.folder)
    found = report([one.service for one in files], {one.service.key: one.shape for one in files})
    print(json.dumps(found.as_json(), ensure_ascii=False, indent=1) if options.json else told(found))
    return 0


def _export(options: argparse.Namespace) -> int:
    from shubbak.catalogue.exports.formats import Site, flow_of, written_as

    files = _written(options.folder)
    if options.service is not None:
        files = [one for one in files if one.service.key == options.service]
        if not files:
            raise Refused(f"there is no service {options.service}")
    services = [one.service for one in files]
    site = Site(Environment.read().public_url, _changed(files), options.language)
    single = options.format == "bpmn" and options.service is not None
    content = flow_of(services[0], options.language) if single else written_as(options.format, services, site)
    if options.to is None:
        sys.stdout.buffer.write(content)
    else:
        options.to.write_bytes(content)
    return 0


def _changed(files: list[Written]) -> datetime:
    """When the youngest of these files was last written."""
    return datetime.fromtimestamp(max((one.file.path.stat().st_mtime for one in files), default=0), UTC)


def _written(folder: Path | None) -> list[Written]:
    """The sound services of a folder; what is left out is said on stderr."""
    from shubbak.catalogue.exports.written import written
    from shubbak.catalogue.reading.folder import HERE

    files, findings = written(folder or HERE)
    if findings:
        word = "mistake is" if len(findings) == 1 else "mistakes are"
        print(f"{len(findings)} {word} left out: shubbak catalogue check {folder or HERE}", file=sys.stderr)
    return files
