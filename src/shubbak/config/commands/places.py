"""`shubbak places [WORD…]`: the codes of governorates, units and agencies, as service files and the API name them."""

from __future__ import annotations

import argparse

from shubbak.config.start import prepare

HELP = "print the codes of governorates, units and agencies whose name has these words"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="WORD", help="in Arabic or English; none: all of them")


def run(options: argparse.Namespace) -> int:
    """Reads the facts that ship with Shubbak; needs no database. 1 when nothing has that name."""
    prepare()
    from shubbak.kernel.arabic import fold
    from shubbak.places.tree import every_unit

    wanted = fold(" ".join(options.words)).split()
    found = 0
    for unit in every_unit():
        said = fold(f"{unit.code} {unit.name_ar} {unit.name_en}")
        if unit.code not in ("EG", "AG") and all(word in said for word in wanted):
            print(f"{unit.code:16} {unit.kind:14} {unit.name_en} | {unit.name_ar}")
            found += 1
    if not found:
        print("nothing has that name; write part of it, in Arabic or English")
    return 0 if found else 1
