"""Put a task back into the queue."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from shubbak.kernel.actor import Actor
from shubbak.kernel.refusal import NotThere, NotYours
from shubbak.trail.whole import whole

from ..held import hold
from ..models import Case, Task
from .move import Deed, log, write_act


@whole
def release(*, by: Actor, case_id: UUID, task_id: UUID) -> Case:
    """Give a claimed task back. A drawn task stays with whom the draw chose; she may only step back for a reason."""
    held = hold(case_id, by=by)
    task = held.open_task(task_id)
    if task.assignee_id != by.id:
        raise NotThere("no_such_task", _("There is no such task on this case."))
    if task.draw is not None:
        raise NotYours("drawn", _("The draw gave you this task. Step back with a reason, or do it."))
    Task.objects.filter(pk=task.pk).update(assignee_id=None)
    deed = Deed(by=by, action="release", kind="released", task=task)
    write_act(held.case, deed)
    log(held.case, deed, outcome="released")
    return held.case
