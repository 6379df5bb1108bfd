"""Whose turn is it: the tasks in an actor's hands, filtered and sorted in one predicate, a page at a time."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from shubbak.catalogue.queries import learn_versions, version
from shubbak.flow.words import Text
from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.kernel.arabic import fold, latin_digits
from shubbak.people.queries import keys_named
from shubbak.places import queries as places
from shubbak.places.queries import PlaceView

from .. import rules
from ..models import Task
from .blindness import blind_services, is_blind

SCOPES = ("mine", "queue", "all")
SORTS = ("due", "newest")
SELDOM = 20_000
"""A name that at most so many people carry is looked for from the people; a commoner one from the tasks."""


@dataclass(frozen=True, slots=True)
class InboxFilter:
    """`scope`: mine (given to me), queue (mine to take), all (what I look over). `due`: late, soon (3 days) or ""."""

    scope: str = "queue"
    q: str = ""
    service: str = ""
    state: str = ""
    due: str = ""
    sort: str = "due"


@dataclass(frozen=True, slots=True)
class InboxRow:
    """One line: enough to choose what to open next."""

    task_id: UUID
    number: str
    service_key: str
    service: Text
    step: Text
    person: str
    blind: bool
    unit: PlaceView
    state: str
    assignee_id: UUID | None
    drawn: bool
    due_on: date | None
    opened_at: datetime
    submitted_at: datetime
    law_due_on: date | None


@dataclass(frozen=True, slots=True)
class InboxPage:
    """One page; `next` is what to ask for the page after it, "" at the end."""

    items: tuple[InboxRow, ...]
    next: str


def inbox(*, by: Actor, filters: InboxFilter = InboxFilter(), after: str = "", limit: int = 50) -> InboxPage:
    """The open tasks of `by` as one SELECT, soonest due first (or newest first), after the given place."""
    rows = _sorted(_filtered(by, _scoped(by, filters.scope), filters), filters.sort, after)
    rows = rows.select_related("case__beneficiary")[: limit + 1]
    tasks = list(rows)
    learn_versions(task.case.version_id for task in tasks)
    more = len(tasks) > limit
    return InboxPage(tuple(_row(by, t) for t in tasks[:limit]), _place(tasks[limit - 1], filters.sort) if more else "")


def counts(*, by: Actor, most: int = 100) -> dict[str, int]:
    """How many tasks wait in each scope, counted no further than `most`: one SELECT each."""
    return {scope: _scoped(by, scope)[:most].count() for scope in ("mine", "queue")}


def _scoped(by: Actor, scope: str) -> QuerySet[Task]:
    if scope == "mine":
        return Task.objects.filter(assignee_id=by.id, state="open")
    if scope == "all":
        return rules.tasks_overseen_by(by)
    return rules.tasks_for(by).filter(assignee_id__isnull=True)


def _filtered(by: Actor, rows: QuerySet[Task], filters: InboxFilter) -> QuerySet[Task]:
    if filters.service:
        rows = rows.filter(service_key=filters.service)
    if filters.state:
        rows = rows.filter(case__state=filters.state)
    if filters.due == "late":
        rows = rows.filter(due_on__lt=clock.today())
    elif filters.due == "soon":
        rows = rows.filter(due_on__gte=clock.today(), due_on__lte=places.calendar().add_working(clock.today(), 3))
    text = filters.q.strip()
    if text:
        rows = _asked_for(by, rows, text)
    return rows


def _asked_for(by: Actor, rows: QuerySet[Task], text: str) -> QuerySet[Task]:
    """Tasks whose case carries a number that begins so, or a name of these words where the reader may know it."""
    if any(char.isdigit() for char in text):
        return rows.filter(case__number__startswith=latin_digits(text).upper())
    rows = rows.exclude(service_key__in=blind_services(by))
    few = keys_named(text, most=SELDOM)
    if few is not None:  # a case that ended has no open task
        return rows.filter(
            case_id__in=RawSQL(
                "SELECT id FROM cases_case WHERE ended_at IS NULL AND beneficiary_id = ANY(%s::uuid[])", [few]
            )
        )
    for word in fold(text).split():
        rows = rows.filter(case__beneficiary__name_folded__contains=word)
    return rows


def _sorted(rows: QuerySet[Task], sort: str, after: str) -> QuerySet[Task]:
    """In order, from after the given place; a place that no page of ours gave is the beginning."""
    day, _, id = after.rpartition("_")
    key: UUID | None = None
    on: date | None = None
    with suppress(ValueError):
        on = None if day in ("", "none") else date.fromisoformat(day)
        key = UUID(id)
    if sort == "newest":
        return (rows.filter(id__lt=key) if key else rows).order_by("-id")
    if key and on:
        rows = rows.filter(Q(due_on__gt=on) | Q(due_on=on, id__gt=key) | Q(due_on__isnull=True))
    elif key:
        rows = rows.filter(due_on__isnull=True, id__gt=key)
    return rows.order_by("due_on", "id")


def _place(task: Task, sort: str) -> str:
    return str(task.id) if sort == "newest" else f"{task.due_on or 'none'}_{task.id}"


def _row(by: Actor, task: Task) -> InboxRow:
    case: Any = task.case
    service = version(case.version_id)
    step = service.flow.steps[task.step]
    blind = is_blind(by, service, home=places.unit(case.unit_id))
    return InboxRow(
        task_id=task.id,
        number=case.number,
        service_key=service.key,
        service=service.name,
        step=step.name,
        person="" if blind else case.beneficiary.name,
        blind=blind,
        unit=places.unit(case.unit_id),
        state=case.state,
        assignee_id=task.assignee_id,
        drawn=task.draw is not None,
        due_on=task.due_on,
        opened_at=task.opened_at,
        submitted_at=case.submitted_at,
        law_due_on=case.law_due_on,
    )
