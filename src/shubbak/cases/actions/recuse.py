"""Step back from a case one should not judge."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from shubbak.kernel.actor import Actor
from shubbak.kernel.arabic import visible
from shubbak.kernel.ids import uuid7
from shubbak.kernel.refusal import Fault, Invalid, NotThere
from shubbak.trail.whole import whole

from .. import rules
from ..held import hold
from ..models import Case, Task
from .move import Deed, log, write_act
from .open_tasks import draw_task


@whole
def recuse(*, by: Actor, case_id: UUID, task_id: UUID, reason: str) -> Case:
    """Leave a task for good because one knows the applicant or has an interest; a drawn task is drawn again."""
    if not visible(reason):
        raise Invalid("reason", _("Say why you step back."), faults=[Fault("reason", "required", _("Say why."))])
    held = hold(case_id, by=by)
    task = held.open_task(task_id)
    if not rules.may_do(by, task) or task.kind == "citizen":
        raise NotThere("no_such_task", _("There is no such task on this case."))
    step = held.service.flow.steps[task.step]
    deed = Deed(by=by, action="recuse", kind="recused", step=step, task=task, note=visible(reason))
    write_act(held.case, deed)
    held.acts.append({"by": str(by.id), "duty": "", "step": step.key, "action": "recuse"})
    changes: dict[str, object] = {"assignee_id": None}
    if task.draw is not None:
        before, task.assignee_id = task.draw, None
        draw_task(held, task, step, seed=uuid7())
        changes = {"assignee_id": task.assignee_id, "draw": {**(task.draw or {}), "before": before}}
    Task.objects.filter(pk=task.pk).update(**changes)
    log(held.case, deed, outcome="recused")
    return held.case
