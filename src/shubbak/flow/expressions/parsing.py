"""From text to the closed tree, by Python's own grammar and a whitelist of what may stand in it."""

from __future__ import annotations

import ast
import warnings

from .closed import FUNCTIONS, MAX_DEPTH, MAX_LENGTH, MAX_NODES, NotClosed, Tree, ensure_closed, is_number

_SIGNS: dict[type[ast.AST], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.Mod: "%",
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}
_WORDS = {"true": ["yes"], "false": ["no"], "none": ["none"]}


class ExpressionError(ValueError):
    """What is wrong with an expression, at which column (from 1), and how to mend it."""

    def __init__(self, what: str, column: int = 1, mend: str = "") -> None:
        super().__init__(f"{what} (column {column})" + (f"; {mend}" if mend else ""))
        self.what, self.column, self.mend = what, column, mend


def parse(text: str) -> Tree:
    """The closed tree of `text`. Raises ExpressionError and nothing else."""
    if not isinstance(text, str) or not text.strip():
        raise ExpressionError("the expression is empty", 1, "write a condition, or leave the key out")
    if len(text) > MAX_LENGTH:
        raise ExpressionError(f"longer than {MAX_LENGTH} characters", MAX_LENGTH, "split it into several answers")
    if "#" in text:
        raise ExpressionError("a note inside an expression", text.index("#") + 1, "write notes in the YAML instead")
    line = " ".join(text.splitlines())
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            root = ast.parse(line, mode="eval")
    except SyntaxError as error:
        mend = "check brackets, quotes and operators"
        raise ExpressionError("this does not read as an expression", max(error.offset or 1, 1), mend) from None
    except (ValueError, RecursionError, MemoryError):
        raise ExpressionError("this does not read as an expression", 1, "make it shorter and simpler") from None
    try:
        return ensure_closed(_Reading(line).node(root.body, 1))
    except NotClosed:
        what = f"more than {MAX_NODES} parts, or a text that cannot be stored"
        raise ExpressionError(what, 1, "split it into several answers, write plain characters") from None


class _Reading:
    """One pass over one syntax tree."""

    def __init__(self, text: str) -> None:
        self.bytes = text.encode("utf-8", "surrogatepass")

    def refuse(self, at: ast.expr, what: str, mend: str) -> ExpressionError:
        before = self.bytes[: at.col_offset].decode("utf-8", "ignore")
        return ExpressionError(what, len(before) + 1, mend)

    def node(self, at: ast.expr, depth: int) -> Tree:
        if depth > MAX_DEPTH:
            raise self.refuse(at, f"deeper than {MAX_DEPTH} levels", "take brackets apart")
        match at:
            case ast.Constant():
                return self.constant(at)
            case ast.Name(id=name):
                return _WORDS.get(name) or ["name", name]
            case ast.List(elts=members) | ast.Tuple(elts=members):
                return ["list", *(self.node(m, depth + 1) for m in members)]
            case ast.BoolOp(op=op, values=values):
                return ["and" if isinstance(op, ast.And) else "or", *(self.node(v, depth + 1) for v in values)]
            case ast.UnaryOp(op=ast.Not(), operand=inner):
                return ["not", self.node(inner, depth + 1)]
            case ast.UnaryOp(op=ast.USub(), operand=inner):
                return ["negative", self.node(inner, depth + 1)]
            case ast.IfExp(test=test, body=body, orelse=orelse):
                return ["if", *(self.node(part, depth + 1) for part in (test, body, orelse))]
            case ast.BinOp(left=left, op=op, right=right) if type(op) in _SIGNS:
                return [_SIGNS[type(op)], self.node(left, depth + 1), self.node(right, depth + 1)]
            case ast.Compare():
                return self.comparison(at, depth)
            case ast.Call():
                return self.call(at, depth)
        mend = "use and, or, not, comparisons, in, + - * / %, if-else and " + ", ".join(FUNCTIONS)
        raise self.refuse(at, f"{type(at).__name__} may not stand in an expression", mend)

    def constant(self, at: ast.Constant) -> Tree:
        value = at.value
        if value is True or value is False:
            return ["yes"] if value else ["no"]
        if value is None:
            return ["none"]
        if isinstance(value, str):
            return ["text", value]
        if type(value) in (int, float):
            written = self.bytes[at.col_offset : at.end_col_offset].decode().replace("_", "")
            text = written if is_number(written) else str(value)
            if is_number(text):
                return ["number", text]
            raise self.refuse(at, "the number is too large", "amounts are in pounds, below 10^15")
        raise self.refuse(at, "this kind of value may not stand here", "write a number or a text in quotes")

    def comparison(self, at: ast.Compare, depth: int) -> Tree:
        parts = [at.left, *at.comparators]
        links = [self.link(at, op, a, b, depth + 1) for op, a, b in zip(at.ops, parts, parts[1:], strict=False)]
        return links[0] if len(links) == 1 else ["and", *links]

    def link(self, at: ast.Compare, op: ast.cmpop, left: ast.expr, right: ast.expr, depth: int) -> Tree:
        pair = [self.node(left, depth + 1), self.node(right, depth + 1)]
        match op:
            case ast.In():
                return ["in", *pair]
            case ast.NotIn():
                return ["not", ["in", *pair]]
            case ast.Is() | ast.IsNot():
                raise self.refuse(at, "`is` may not stand in an expression", "write == or !=")
        return ["compare", _SIGNS[type(op)], *pair]

    def call(self, at: ast.Call, depth: int) -> Tree:
        if not isinstance(at.func, ast.Name) or at.func.id not in FUNCTIONS:
            raise self.refuse(at, "this is not a known function", "the functions are " + ", ".join(FUNCTIONS))
        name = at.func.id
        if at.keywords or any(isinstance(argument, ast.Starred) for argument in at.args):
            raise self.refuse(at, f"{name} takes plain arguments only", "write them one by one")
        fewest, most = FUNCTIONS[name]
        if not fewest <= len(at.args) <= most:
            wanted = str(fewest) if fewest == most else f"{fewest} to {most}"
            raise self.refuse(at, f"{name} takes {wanted} arguments, not {len(at.args)}", "add or remove arguments")
        if name == "each" and not (isinstance(at.args[1], ast.Constant) and isinstance(at.args[1].value, str)):
            raise self.refuse(at, "each names a question of the rows in quotes", "write it like each(floors, 'area')")
        return ["call", name, *(self.node(argument, depth + 1) for argument in at.args)]
