"""Take a task from the queue into one's own hands."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from shubbak.kernel.actor import Actor
from shubbak.kernel.refusal import NotNow, NotThere
from shubbak.trail.whole import whole

from .. import rules
from ..held import hold
from ..models import Case, Task
from ..states import Duty
from .guard import guard
from .move import Deed, log, write_act


@whole
def claim(*, by: Actor, case_id: UUID, task_id: UUID) -> Case:
    """Assign an open task of one's queue to oneself. A drawn task cannot be claimed: nobody chooses her own files."""
    held = hold(case_id, by=by)
    task = held.open_task(task_id)
    step = held.service.flow.steps[task.step]
    if task.assignee_id is not None and task.assignee_id != by.id:
        raise NotNow("taken", _("A colleague has this task."))
    if not rules.may_do(by, task):
        raise NotThere("no_such_task", _("There is no such task on this case."))
    guard(held, by=by, step=step, duty=step.duty or "")
    if task.draw is not None and task.assignee_id is None:
        raise NotNow("drawn", _("This task is given by draw. Ask a supervisor to assign it."))
    Task.objects.filter(pk=task.pk).update(assignee_id=by.id)
    deed = Deed(by=by, action="claim", kind="claimed", step=None, task=task, duty=Duty.NONE)
    write_act(held.case, deed)
    log(held.case, deed, outcome="claimed")
    return held.case
