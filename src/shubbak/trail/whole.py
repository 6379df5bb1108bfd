"""An act is whole: all of it is written, or nothing; an act inside an act joins it instead of making a savepoint."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import connection, transaction

P = ParamSpec("P")
R = TypeVar("R")


def whole(act: Callable[P, R]) -> Callable[P, R]:
    """Run `act` in one transaction. A refusal inside takes everything with it, also what the outer act wrote.

    Inside a test's own transaction a savepoint is made, so that the test can look at what a refusal left behind.
    """

    @wraps(act)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        blocks = connection.atomic_blocks
        inside = bool(blocks) and not getattr(blocks[-1], "_from_testcase", False)
        with transaction.atomic(savepoint=not inside):
            return act(*args, **kwargs)

    return run
