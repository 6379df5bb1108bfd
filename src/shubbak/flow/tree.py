"""Between frozen dataclasses and plain JSON trees, by their own type hints: one reader and one writer for all."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from functools import cache
from typing import Any

from .expressions import Expr, ExpressionError, NotClosed, ensure_closed

Reader = Callable[[Any, str | None], Any]
_MISSING = dataclasses.MISSING


class Misshapen(ValueError):
    """A tree that is not the wanted shape; `where` is the way to the wrong spot (`flow.steps.review.actions.0`)."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}" if where else what)
        self.where, self.what = where, what

    def below(self, step: object) -> Misshapen:
        """The same, seen from one level above."""
        return Misshapen(f"{step}.{self.where}" if self.where else str(step), self.what)


def build(shape: Any, tree: Any) -> Any:
    """`tree` as an instance of `shape`; Misshapen says where it is not."""
    return _reader(shape)(tree, None)


@cache
def _reader(shape: Any) -> Reader:
    """How a shape is read, worked out once; the second argument fills a key that the tree left out."""
    if shape is Expr:
        return _expression
    if isinstance(shape, (types.UnionType, typing._UnionGenericAlias)):  # type: ignore[attr-defined]
        return _one_of(typing.get_args(shape))
    origin = typing.get_origin(shape)
    if origin is tuple:
        return _row(typing.get_args(shape)[0])
    if origin is dict:
        return _named(typing.get_args(shape)[1])
    return _record(shape) if dataclasses.is_dataclass(shape) else _plain(shape)


def _plain(shape: type) -> Reader:
    def read(tree: Any, key: str | None) -> Any:
        if not isinstance(tree, shape) or (shape is int and isinstance(tree, bool)):
            raise Misshapen("", f"wants {shape.__name__}, holds {type(tree).__name__}")
        return tree

    return read


def _one_of(shapes: tuple[Any, ...]) -> Reader:
    empty, yes_no = type(None) in shapes, bool in shapes
    inner = _reader(next(s for s in shapes if s not in (bool, type(None))))

    def read(tree: Any, key: str | None) -> Any:
        if (tree is None and empty) or (yes_no and isinstance(tree, bool)):
            return tree
        return inner(tree, key)

    return read


def _row(shape: Any) -> Reader:
    def read(tree: Any, key: str | None) -> Any:
        if not isinstance(tree, (list, tuple)):
            raise Misshapen("", "wants a list")
        inner, done = _reader(shape), []
        for i, member in enumerate(tree):
            try:
                done.append(inner(member, None))
            except Misshapen as error:
                raise error.below(i) from None
        return tuple(done)

    return read


def _named(shape: Any) -> Reader:
    def read(tree: Any, key: str | None) -> Any:
        if not isinstance(tree, dict):
            raise Misshapen("", "wants keys and values")
        inner, done = _reader(shape), {}
        for name, member in tree.items():
            try:
                done[str(name)] = inner(member, str(name))
            except Misshapen as error:
                raise error.below(name) from None
        return done

    return read


def _record(shape: Any) -> Reader:
    hints = typing.get_type_hints(shape)
    needed = {f.name for f in dataclasses.fields(shape) if f.default is f.default_factory is _MISSING}

    def read(tree: Any, key: str | None) -> Any:
        if not isinstance(tree, dict):
            raise Misshapen("", f"wants the keys of {shape.__name__}")
        if not tree.keys() <= hints.keys():
            strange = sorted(set(map(str, tree)) - set(hints))
            raise Misshapen("", f"{shape.__name__} has no {', '.join(strange)}")
        members = {"key": key} if key is not None and "key" in hints else {}
        for name, member in tree.items():
            try:
                members[name] = _reader(hints[name])(member, None)
            except Misshapen as error:
                raise error.below(name) from None
        if not needed <= members.keys():
            raise Misshapen("", f"{shape.__name__} lacks {', '.join(sorted(needed - set(members)))}")
        return shape(**members)

    return read


def _expression(tree: Any, key: str | None) -> Expr:
    try:
        if isinstance(tree, dict):
            return Expr(str(tree["text"]), ensure_closed(tree["tree"]))
        if isinstance(tree, (bool, int)):
            tree = str(tree)
        return Expr.of(tree)
    except (ExpressionError, NotClosed, KeyError) as error:
        raise Misshapen("", str(error)) from None


def unbuild(value: Any) -> Any:
    """The JSON tree of an instance; what equals its default is left out."""
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, Expr):
        return {"text": value.text, "tree": value.tree}
    if isinstance(value, tuple):
        return [unbuild(member) for member in value]
    if isinstance(value, dict):
        return {key: unbuild(member) for key, member in value.items()}
    shape: Any = type(value)
    members = ((name, default, getattr(value, name)) for name, default in _members(shape))
    return {name: unbuild(one) for name, default, one in members if not _same(one, default)}


@cache
def _members(shape: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a dataclass, each with its default; `_MISSING` where it has none."""
    return tuple(
        (f.name, f.default_factory() if f.default_factory is not _MISSING else f.default)
        for f in dataclasses.fields(shape)
    )


def _same(value: Any, default: Any) -> bool:
    return default is not _MISSING and type(value) is type(default) and bool(value == default)
