"""Doing something: chosen on the page of the case, asked once more here."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from shubbak.cases.actions import act, withdraw
from shubbak.cases.queries import ActionView, CaseView, TaskView, case_for
from shubbak.design.formats import said
from shubbak.design.forms import Given
from shubbak.kernel.refusal import NotNow, NotThere, Refusal
from shubbak.people.access import staff

from ...asked import Asked
from ...refusals import or_404
from ...who import WORKERS
from ..questions import form as form_of
from ..questions import given
from ..shown import consequence
from .page import PAGE, drawn, framing


@staff(*WORKERS)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@or_404
@framing
def do(request: Asked, number: str, task: UUID, action: str) -> HttpResponse:
    """One action of one task: its form, then the act."""
    case = case_for(by=request.actor, number=number)
    step, asked = _asked(case, task, action)
    filled = given(request)
    if request.method != "POST" or filled.unfinished or filled.faults:
        return _form(request, case, step, asked, filled)
    words: dict[str, Any] = {"note": request.POST.get("note", ""), "reason": request.POST.get("reason", "")}
    try:
        act(by=request.actor, case_id=case.id, task_id=task, action=action, answers=filled.answers, **words)
    except NotThere:
        raise
    except Refusal as refusal:
        return _form(request, case, step, asked, filled, refusal)
    messages.success(request, _("Done: %(act)s.") % {"act": said(asked.label)})
    return redirect("desk_case", number=case.number)


@staff(*WORKERS)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@or_404
@framing
def take_back(request: Asked, number: str) -> HttpResponse:
    """Withdraw the case at the applicant's wish."""
    case = case_for(by=request.actor, number=number)
    if not case.may_withdraw:
        raise NotThere("no_such_action", "")
    if request.method != "POST":
        return render(request, PAGE, drawn(request, case, asking="withdraw"))
    try:
        withdraw(by=request.actor, case_id=case.id, note=request.POST.get("note", ""))
    except NotNow as refusal:
        return render(request, PAGE, drawn(request, case, asking="withdraw", refusal=refusal), status=refusal.status)
    messages.success(request, _("The case is withdrawn."))
    return redirect("desk_case", number=case.number)


def _asked(case: CaseView, task_id: UUID, key: str) -> tuple[TaskView, ActionView]:
    task = case.task(task_id)
    found = next((action for action in task.actions if action.key == key), None) if task else None
    if task is None or found is None:
        raise NotThere("no_such_action", "")
    return task, found


def _form(
    request: Asked, case: CaseView, task: TaskView, asked: ActionView, filled: Given, refusal: Refusal | None = None
) -> HttpResponse:
    faults = (*filled.faults, *(refusal.faults if refusal else ()))
    made = form_of(case, asked, request.POST, filled, faults)
    form: dict[str, Any] = {"asked": asked, "asked_task": task, "form": made}
    told: dict[str, Any] = {
        "consequence": consequence(case, task.step, asked),
        "refusal": refusal or filled.faults,
        "asking": "act",
    }
    status = refusal.status if refusal else 422 if filled.faults else 200
    return render(request, PAGE, drawn(request, case, **form, **told), status=status)
