"""In whose hands a task lies: taken from the queue, put back, stepped back from, given by a supervisor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from shubbak.cases.actions import assign, claim, recuse, release
from shubbak.cases.queries import CaseView, TaskView, case_for
from shubbak.kernel.actor import Actor, Role
from shubbak.kernel.refusal import NotThere, Refusal
from shubbak.people.access import staff
from shubbak.people.queries import qualified, staff_names

from ...asked import Asked
from ...refusals import or_404
from ...who import WORKERS
from .page import PAGE, drawn, framing


@staff(*WORKERS)
@never_cache
@require_POST
@or_404
@framing
def take(request: Asked, number: str, task: UUID) -> HttpResponse:
    """Take a task from the queue into my own hands."""
    case, _task = _found(request, number, task)
    return _done(request, case, lambda: claim(by=request.actor, case_id=case.id, task_id=task), _("It is yours now."))


@staff(*WORKERS)
@never_cache
@require_POST
@or_404
@framing
def put_back(request: Asked, number: str, task: UUID) -> HttpResponse:
    """Put a task back into the queue."""
    case, _task = _found(request, number, task)
    told = _("It is back in the queue.")
    return _done(request, case, lambda: release(by=request.actor, case_id=case.id, task_id=task), told)


@staff(*WORKERS)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@or_404
@framing
def step_back(request: Asked, number: str, task: UUID) -> HttpResponse:
    """Leave a task for good, with a reason."""
    case, found = _found(request, number, task)
    if not found.actions:
        raise NotThere("no_such_task", "")
    shown: dict[str, Any] = {"asking": "recuse", "asked_task": found, "reason": request.POST.get("reason", "")}
    if request.method != "POST":
        return render(request, PAGE, drawn(request, case, **shown))
    give_up = lambda: recuse(by=request.actor, case_id=case.id, task_id=task, reason=shown["reason"])  # noqa: E731
    return _done(request, case, give_up, _("You stepped back from this case."), **shown)


@staff(*WORKERS)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@or_404
@framing
def give(request: Asked, number: str, task: UUID) -> HttpResponse:
    """A supervisor gives a task to a colleague, with a reason."""
    case, found = _found(request, number, task)
    if not found.may_assign:
        raise NotThere("no_such_task", "")
    reason, chosen = request.POST.get("reason", ""), request.POST.get("staff", "")
    colleagues = _colleagues(request.actor, found)
    shown: dict[str, Any] = {"asking": "assign", "asked_task": found, "colleagues": colleagues}
    shown |= {"reason": reason, "chosen": chosen}
    if request.method != "POST":
        return render(request, PAGE, drawn(request, case, **shown))
    to = next((id for id, _name in colleagues if str(id) == chosen), UUID(int=0))
    hand: dict[str, Any] = {"case_id": case.id, "task_id": task, "staff_id": to, "reason": reason}
    return _done(request, case, lambda: assign(by=request.actor, **hand), _("The task is given."), **shown)


def _found(request: Asked, number: str, task_id: UUID) -> tuple[CaseView, TaskView]:
    case = case_for(by=request.actor, number=number)
    task = case.task(task_id)
    if task is None:
        raise NotThere("no_such_task", "")
    return case, task


def _colleagues(by: Actor, task: TaskView) -> list[tuple[UUID, str]]:
    """Who may take the task, by name; never the supervisor herself."""
    ids = qualified(role=Role(task.role), path=task.place.path, department=task.department or None)
    names = staff_names(id for id in ids if id != by.id)
    return sorted(names.items(), key=lambda pair: pair[1])


def _done(request: Asked, case: CaseView, act: Callable[[], Any], told: str, **shown: Any) -> HttpResponse:
    """Do it and go back to the case; or the page once more, with why not."""
    try:
        act()
    except NotThere:
        raise
    except Refusal as refusal:
        return render(request, PAGE, drawn(request, case, refusal=refusal, **shown), status=refusal.status)
    messages.success(request, told)
    return redirect("desk_case", number=case.number)
