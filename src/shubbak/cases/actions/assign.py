"""Give a task to somebody: a supervisor's override, with its reason on record."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from shubbak.kernel.actor import Actor
from shubbak.kernel.arabic import visible
from shubbak.kernel.refusal import Fault, Invalid, NotThere, NotYours
from shubbak.trail.whole import whole

from .. import rules
from ..held import hold
from ..models import Case, Task
from .move import Deed, log, write_act
from .open_tasks import pool_for


@whole
def assign(*, by: Actor, case_id: UUID, task_id: UUID, staff_id: UUID, reason: str) -> Case:
    """Hand an open task to a qualified colleague. The override and its reason stay in the history and in the trail.

    Nobody assigns to herself what a draw would give.
    """
    if not visible(reason):
        raise Invalid("reason", _("Say why you assign it."), faults=[Fault("reason", "required", _("Say why."))])
    held = hold(case_id, by=by)
    task = held.open_task(task_id)
    if not rules.may_assign(by, task):
        raise NotThere("no_such_task", _("There is no such task on this case."))
    if staff_id == by.id:
        raise NotYours("own_hands", _("You cannot assign a task to yourself. Claim it from the queue."))
    step = held.service.flow.steps[task.step]
    if staff_id not in dict(pool_for(held, task, step)):
        fault = Fault("staff", "not_qualified", _("Choose somebody who may do this step on this case."))
        raise Invalid("staff", _("This colleague may not take this task."), faults=[fault])
    drawn = {**(task.draw or {}), "override": {"by": str(by.id), "to": str(staff_id)}}
    Task.objects.filter(pk=task.pk).update(assignee_id=staff_id, draw=drawn if task.draw else None)
    deed = Deed(by=by, action="assign", kind="assigned", task=task, note=visible(reason), facts={"to": str(staff_id)})
    write_act(held.case, deed)
    log(held.case, deed, outcome="assigned")
    return held.case
