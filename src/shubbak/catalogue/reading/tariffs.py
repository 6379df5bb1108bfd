"""The one expression that a fee line comes to: bands, slices, percentages and bounds are ways to write it."""

from __future__ import annotations

from shubbak.flow.charged import line_name
from shubbak.flow.expressions import Expr, Tree

from .parts import BandPart, FeeLinePart


def amount_of(part: FeeLinePart) -> Expr:
    """What is evaluated; its text is for reading. Without a value for `by` it has none either."""
    if part.amount is not None:
        found = part.amount
    elif part.bands is not None:
        found = _banded(part.by, part.bands)
    elif part.slices is not None:
        found = _sliced(part.by, part.slices)
    else:
        found = _percentage(str(part.percent), part.of)
    found = _bounded("max", part.at_least, found)
    return _bounded("min", part.at_most, found)


def _number(value: object) -> Expr:
    return Expr(str(value), ["number", str(value)])


def _bounded(name: str, bound: Expr | None, amount: Expr) -> Expr:
    if bound is None:
        return amount
    return Expr(f"{name}({bound.text}, {amount.text})", ["call", name, bound.tree, amount.tree])


def _counted(by: Expr | None, amount: Expr) -> Expr:
    """The amount when what is counted is known and not less than nothing."""
    assert by is not None
    known: Tree = ["compare", ">=", by.tree, ["number", "0"]]
    return Expr(f"({amount.text}) if {by.text} >= 0 else None", ["if", known, amount.tree, ["none"]])


def _banded(by: Expr | None, bands: list[BandPart]) -> Expr:
    assert by is not None
    found = bands[-1].amount
    for band in reversed(bands[:-1]):
        within: Tree = ["compare", "<=", by.tree, ["number", str(band.up_to)]]
        text = f"{band.amount.text} if {by.text} <= {band.up_to} else ({found.text})"
        found = Expr(text, ["if", within, band.amount.tree, found.tree])
    return _counted(by, found)


def _sliced(by: Expr | None, slices: list[BandPart]) -> Expr:
    """What lies within each slice, at the slice's own rate, added up."""
    assert by is not None
    texts, trees, low = [], [], "0"
    for one in slices:
        text, tree = by.text, by.tree
        if one.up_to is not None:
            text, tree = f"min({text}, {one.up_to})", ["call", "min", tree, ["number", str(one.up_to)]]
        if low != "0":
            text = f"max({text} - {low}, 0)"
            tree = ["call", "max", ["-", tree, ["number", low]], ["number", "0"]]
        texts.append(f"{text} * ({one.amount.text})")
        trees.append(["*", tree, one.amount.tree])
        low = str(one.up_to)
    whole = Expr(" + ".join(texts), trees[0] if len(trees) == 1 else _added(trees))
    return _counted(by, whole)


def _added(trees: list[Tree]) -> Tree:
    """Additions leaning left, as they would be parsed."""
    whole = trees[0]
    for tree in trees[1:]:
        whole = ["+", whole, tree]
    return whole


def _percentage(percent: str, of: list[str]) -> Expr:
    lines = [["name", line_name(code)] for code in of]
    whole: Tree = lines[0] if len(lines) == 1 else _added(lines)
    text = f"({' + '.join(f'[{code}]' for code in of)}) * {percent} / 100"
    return Expr(text, ["/", ["*", whole, _number(percent).tree], ["number", "100"]])
