"""Between frozen dataclasses and plain JSON trees, by their own type hints: one reader and one writer for all."""

from __future__ import annotations

import dataclasses
import types
import typing
from functools import cache
from typing import Any

from .expressions import Expr, ExpressionError, NotClosed, ensure_closed


class Misshapen(ValueError):
    """A tree that is not the wanted shape; `where` is the way to the wrong spot (`flow.steps.review.actions.0`)."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}" if where else what)
        self.where, self.what = where, what


@cache
def _hints(shape: type) -> dict[str, Any]:
    return typing.get_type_hints(shape)


def build(shape: Any, tree: Any, where: str = "", key: str | None = None) -> Any:
    """`tree` as an instance of `shape`; Misshapen says where it is not. `key` fills a key the tree left out."""
    if shape is Expr:
        return _expression(tree, where)
    if isinstance(shape, (types.UnionType, typing._UnionGenericAlias)):  # type: ignore[attr-defined]
        return _one_of(typing.get_args(shape), tree, where)
    origin = typing.get_origin(shape)
    if origin is tuple:
        return _row(typing.get_args(shape)[0], tree, where)
    if origin is dict:
        return _named(typing.get_args(shape)[1], tree, where)
    if dataclasses.is_dataclass(shape):
        return _record(shape, tree, where, key)
    if not isinstance(tree, shape) or (shape is int and isinstance(tree, bool)):
        raise Misshapen(where, f"wants {shape.__name__}, holds {type(tree).__name__}")
    return tree


def _one_of(shapes: tuple[Any, ...], tree: Any, where: str) -> Any:
    if tree is None and type(None) in shapes:
        return None
    if isinstance(tree, bool) and bool in shapes:
        return tree
    return build(next(s for s in shapes if s not in (bool, type(None))), tree, where)


def _row(shape: Any, tree: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(tree, (list, tuple)):
        raise Misshapen(where, "wants a list")
    return tuple(build(shape, member, f"{where}.{i}") for i, member in enumerate(tree))


def _named(shape: Any, tree: Any, where: str) -> dict[str, Any]:
    if not isinstance(tree, dict):
        raise Misshapen(where, "wants keys and values")
    return {str(k): build(shape, v, f"{where}.{k}", key=str(k)) for k, v in tree.items()}


def _record(shape: Any, tree: Any, where: str, key: str | None) -> Any:
    if not isinstance(tree, dict):
        raise Misshapen(where, f"wants the keys of {shape.__name__}")
    hints = _hints(shape)
    if strange := sorted(set(map(str, tree)) - set(hints)):
        raise Misshapen(where, f"{shape.__name__} has no {', '.join(strange)}")
    given = {"key": key, **tree} if key is not None and "key" in hints else dict(tree)
    members = {n: build(hints[n], v, f"{where}.{n}" if where else n) for n, v in given.items()}
    needed = {f.name for f in dataclasses.fields(shape) if f.default is f.default_factory is dataclasses.MISSING}
    if missing := sorted(needed - set(members)):
        raise Misshapen(where, f"{shape.__name__} lacks {', '.join(missing)}")
    return shape(**members)


def _expression(tree: Any, where: str) -> Expr:
    try:
        if isinstance(tree, dict):
            return Expr(str(tree["text"]), ensure_closed(tree["tree"]))
        if isinstance(tree, (bool, int)):
            tree = str(tree)
        return Expr.of(tree)
    except (ExpressionError, NotClosed, KeyError) as error:
        raise Misshapen(where, str(error)) from None


def unbuild(value: Any) -> Any:
    """The JSON tree of an instance; what equals its default is left out."""
    if isinstance(value, Expr):
        return {"text": value.text, "tree": value.tree}
    if dataclasses.is_dataclass(value):
        return {f.name: unbuild(getattr(value, f.name)) for f in dataclasses.fields(value) if not _is_default(f, value)}
    if isinstance(value, tuple):
        return [unbuild(member) for member in value]
    if isinstance(value, dict):
        return {key: unbuild(member) for key, member in value.items()}
    return value


def _is_default(member: dataclasses.Field[Any], owner: Any) -> bool:
    value = getattr(owner, member.name)
    if member.default is not dataclasses.MISSING:
        return bool(type(value) is type(member.default) and value == member.default)
    return member.default_factory is not dataclasses.MISSING and value == member.default_factory()
