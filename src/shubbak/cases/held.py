"""A case in hand: locked, with its tasks, its acts, its answers and its service, loaded once for one act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from shubbak.catalogue.queries import version
from shubbak.flow.definition import ServiceDefinition
from shubbak.flow.engine import Position, Token, groups_from_json
from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.kernel.refusal import NotNow, NotThere
from shubbak.places import queries as places

from .answers import Answers
from .compiled import case_in_hand, tasks_of_case
from .facts import facts_of
from .models import Case, Task
from .states import TaskState


@dataclass
class Held:
    """Everything an act needs to judge and to move a case. `acts` are `{by, duty, step, action}`, oldest first."""

    case: Case
    service: ServiceDefinition
    tasks: list[Task]
    answers: Answers
    acts: list[dict[str, Any]] = field(default_factory=list)

    def open_task(self, task_id: UUID) -> Task:
        """The open task of that key; says which of the two is wrong: it never was, or it is done."""
        task = next((t for t in self.tasks if t.id == task_id), None)
        if task is None:
            raise NotThere("no_such_task", _("There is no such task on this case."))
        if task.state != TaskState.OPEN:
            raise NotNow("moved_on", _("Somebody has already done this. Open the case again to see where it stands."))
        return task

    def position(self) -> Position:
        """Where the case stands, as the engine reads it."""
        return position(self.case, self.tasks)

    def facts(self, added: dict[str, Any] | None = None, *, paid: bool | None = None) -> dict[str, Any]:
        """The names an expression may read: every answer, `added` over them, and what the case knows of itself."""
        case = self.case
        day = clock.cairo(case.submitted_at).date()
        return {
            **self.answers.flat(),
            **(added or {}),
            "paid": self._is_paid() if paid is None else paid,
            "decision": case.decision or None,
            **facts_of(places.unit(case.unit_id), applicant_kind=case.applicant_kind, submitted_on=day),
        }

    def _is_paid(self) -> bool:
        """Whether the last thing that happened to the money of this case was a payment."""
        money = [a["action"] for a in self.acts if a["action"] in ("pay", "unpay")]
        return bool(money) and money[-1] == "pay"


def position(case: Case, tasks: Iterable[Task]) -> Position:
    """Where a case stands, as the engine reads it: its open and parked tasks are the tokens."""
    live = (t for t in tasks if t.state in (TaskState.OPEN, TaskState.PARKED))
    tokens = tuple(Token(t.id, t.step, t.state == TaskState.PARKED, groups_from_json(t.groups)) for t in live)
    return Position(case.state, tokens, case.decision or None)


_in_hand: ContextVar[Held | None] = ContextVar("shubbak_case_in_hand", default=None)


@contextmanager
def in_hand(held: Held) -> Iterator[None]:
    """For the length of a block, what the office's clockwork does to this case it does to `held`: the case is locked
    and loaded already."""
    before = _in_hand.set(held)
    try:
        yield
    finally:
        _in_hand.reset(before)


def hold(case_id: UUID | str, *, by: Actor | None) -> Held:
    """Lock a case, named by its key or its number, and load what belongs to it, in two statements; none when the
    clockwork follows an act that has it in hand. `by` must be able to see it; None is the office's own clockwork, which
    sees all."""
    here = _in_hand.get()
    if by is None and here is not None and here.case.id == case_id:
        return here
    found = case_in_hand(None if by is None else by.grants, by_number=isinstance(case_id, str)).rows(case_id)
    if not found:
        raise NotThere("no_such_case", _("There is no such case."))
    case = found[0]
    tasks: list[Any] = tasks_of_case().rows(case.id)
    deeds = tasks[0].deeds if tasks else []
    return Held(case, version(case.version_id), tasks, Answers.opened(case.answers_sealed), deeds)
