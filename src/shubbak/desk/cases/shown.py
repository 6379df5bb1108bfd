"""A case in words: its stops, its tabs, its dates, and the acts that are open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from shubbak.cases.queries import ActionView, CaseView, DocumentView, StepView, TaskView
from shubbak.design.formats import said
from shubbak.design.shapes import Stop, Tab

from ..days import left
from ..words import CHANNELS, DECISIONS, ROLES, STATES, TONES

TABS = ("papers", "answers", "money", "dates", "history")
_KIND_TONES = {"approve": "", "complete": "", "record": "quiet", "return": "quiet", "reject": "stop"}


@dataclass(frozen=True, slots=True)
class Deadline:
    """A date by which something is owed, and what is left of it."""

    name: Any
    on: date
    left: int | None
    unit: str


@dataclass(frozen=True, slots=True)
class Act:
    """A button: the act, its tone and its key."""

    task: TaskView
    action: ActionView
    tone: str
    key: str


@dataclass(frozen=True, slots=True)
class CasePage:
    """What the page of a case shows beside the case itself."""

    state: Any
    tone: str
    channel: Any
    decision: Any
    stops: tuple[Stop, ...]
    tabs: tuple[Tab, ...]
    deadlines: tuple[Deadline, ...]
    acts: tuple[Act, ...]
    documents: tuple[DocumentView, ...]
    hidden: int
    open_document: DocumentView | None
    after_next: UUID | None
    roles: dict[str, Any]


def shown(case: CaseView, *, tab: str, document: UUID | None = None) -> CasePage:
    """The page of one case, in the language now spoken."""
    readable = [one for one in case.documents if one.upload_id is not None]
    opened = next((one for one in readable if one.id == document), None) if document else next(iter(readable), None)
    place = readable.index(opened) if opened else -1
    return CasePage(
        state=STATES.get(case.state, case.state),
        tone=TONES.get(case.state, "soft"),
        channel=CHANNELS.get(case.channel, case.channel),
        decision=DECISIONS.get(case.decision, ""),
        stops=tuple(_stop(step, case) for step in case.steps),
        tabs=tuple(_tabs(case, tab)),
        deadlines=tuple(_deadlines(case)),
        acts=tuple(_acts(case)),
        documents=tuple(one for one in case.documents if not one.hidden),
        hidden=sum(one.hidden for one in case.documents),
        open_document=opened,
        after_next=readable[(place + 1) % len(readable)].id if len(readable) > 1 else None,
        roles=ROLES,
    )


def _stop(step: StepView, case: CaseView) -> Stop:
    told = [said(step.place)] if step.place is not None else []
    if step.blind:
        told.append(_("applicant hidden"))
    task = next((one for one in case.tasks if one.step == step.key), None)
    if task is not None and task.assignee:
        told.append(task.assignee)
    waits = step.status == "now" and step.kind in ("citizen", "payment")
    at = step.at if step.status == "done" else None
    due = step.due_on if step.status == "now" else None
    return Stop(name=step.name, status=step.status, note=" · ".join(told), at=at, due=due, waiting=waits)


def _tabs(case: CaseView, on: str) -> Iterator[Tab]:
    names = {
        "papers": (_("Papers"), len(case.documents) + len(case.papers)),
        "answers": (_("Answers"), None),
        "money": (_("Money"), len(case.invoices)),
        "dates": (_("Dates"), len(case.limits)),
        "history": (_("History"), len(case.history)),
    }
    for key in TABS:
        name = "desk_case" if key == "papers" else f"desk_case_{key}"
        label, count = names[key]
        yield Tab(label, reverse(name, args=[case.number]), on=key == on, count=count or None)


def _deadlines(case: CaseView) -> Iterator[Deadline]:
    if case.ended_at is not None:
        return
    for task in case.tasks:
        if task.due_on is not None and (task.mine or task.actions):
            yield Deadline(_("This step"), task.due_on, left(task.due_on), "working")
            break
    for kind, name, on in (("promise", _("Our promise"), case.promised_on), ("law", _("The law"), case.law_due_on)):
        limit = next((one for one in case.limits if one.kind == kind and one.due == on and one.met is None), None)
        if on is None or limit is None:
            continue
        if limit.stopped is not None:
            yield Deadline(_("%s, the count is stopped") % name, on, None, limit.unit)
        else:
            yield Deadline(name, on, left(on, limit.unit), limit.unit)


def _acts(case: CaseView) -> Iterator[Act]:
    keys = iter("123456789")
    for task in case.tasks:
        for action in task.actions:
            yield Act(task, action, _KIND_TONES.get(action.kind, "stop"), next(keys, ""))


def consequence(case: CaseView, step: str, action: ActionView) -> str:
    """What follows from an act, said before it is done."""
    defined = case.service.step(step).action(action.key)
    if action.kind == "approve" and defined is not None and defined.decides:
        return _("You decide this case in your own name. The decision stands and cannot be taken back.")
    return {
        "approve": _("The file goes on to the next step, with your name beside this one."),
        "complete": _("The file goes on to the next step."),
        "record": _("What you write is kept in the file."),
        "return": _("The file goes back for what is missing. The applicant reads what you write."),
        "reject": _("This ends the case. The applicant is told the reason and how to complain."),
        "withdraw": _("This ends the case at the applicant's wish. It cannot be opened again."),
    }.get(action.kind, "")
