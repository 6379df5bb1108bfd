"""Do one of a task's actions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from shubbak.flow import engine
from shubbak.flow.answers import check_fields, typed
from shubbak.flow.definition import Step, StepAction
from shubbak.kernel.actor import Actor
from shubbak.kernel.arabic import visible
from shubbak.kernel.refusal import Fault, Invalid, NotThere
from shubbak.trail.whole import whole

from .. import rules
from ..held import Held, hold
from ..models import Case, Task
from ..queries.addresses import nowhere
from ..queries.earlier import completed
from ..states import Duty
from .attach import Paper, attach, attach_answers
from .guard import guard
from .move import Deed, move


@whole
def act(
    *,
    by: Actor,
    case_id: UUID | str,
    task_id: UUID,
    action: str,
    answers: Mapping[str, Any] | None = None,
    note: str = "",
    reason: str = "",
    papers: Sequence[Paper] = (),
) -> Case:
    """Do `action` of an open task, with what its form asks; the case, named by its key or its number, moves on.

    At a step where something is owed by the citizen, the window clerk may do it for her and add papers.
    Raises NotThere when the actor may not, NotNow when it is done already, NotYours when duties must stay apart,
    Invalid when an answer, a reason or a note is missing or wrong.
    """
    held = hold(case_id, by=by)
    task = held.open_task(task_id)
    step = held.service.flow.steps[task.step]
    chosen = step.action(action)
    if chosen is None or not rules.may_do(by, task):
        raise NotThere("no_such_action", _("There is no such action at this step."))
    duty = Duty.FRONT if task.kind == "citizen" else Duty(step.duty or "")
    guard(held, by=by, step=step, duty=duty)
    given, note = dict(answers or {}), visible(note)
    reason = reason or str(given.pop("reason", ""))
    clean = _checked(held, step, chosen, given, reason, note)
    if papers:
        attach(held.case, by=by, papers=papers, step=step.key, service=held.service)
    attach_answers(held.case, by=by, fields=chosen.fields, answers=clean, step=step.key)
    if clean:
        held.answers.steps.setdefault(step.key, {}).update(clean)
        held.case.answers_sealed = held.answers.sealed()
    plan = engine.act(held.service, held.position(), task.id, chosen.key, held.facts(clean))
    move(held, plan=plan, deed=_deed(by, task, step, chosen, duty, reason, note))
    return held.case


def _deed(by: Actor, task: Task, step: Step, chosen: StepAction, duty: str, reason: str, note: str) -> Deed:
    return Deed(
        by=by,
        action=chosen.key,
        kind=chosen.kind,
        step=step,
        task=task,
        duty=duty,
        reason=reason,
        note=note,
        for_citizen=chosen.kind in ("return", "reject") or step.duty == "reply",
        events=frozenset({"file_complete", "notice"}) if task.kind == "citizen" else frozenset(),
    )


def _checked(
    held: Held, step: Step, chosen: StepAction, given: dict[str, Any], reason: str, note: str
) -> dict[str, Any]:
    facts = typed(held.service, held.facts())
    asked = replace(held.service, fields=chosen.fields)
    earlier = completed(asked, given, facts, person=lambda: held.case.beneficiary_id)
    clean, found = check_fields(chosen.fields, earlier.answers, facts)
    faults = [*found, *earlier.faults, *nowhere(chosen.fields, clean)]
    if chosen.reasons and reason not in chosen.reasons:
        faults.append(Fault("answers.reason", "reason", _("Choose a reason from the list.")))
    if chosen.kind == "return" and not chosen.reasons and not note:
        faults.append(Fault("note", "required", _("Write what is missing, so that the citizen can bring it.")))
    if len(note) > 4000:
        faults.append(Fault("note", "too_long", _("Write at most 4,000 characters.")))
    if faults:
        raise Invalid("answers", _("Some answers need mending."), faults=faults)
    return dict(clean)
