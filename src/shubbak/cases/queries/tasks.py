"""The open tasks of a case, with what the reader may do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from shubbak.flow import engine
from shubbak.flow.answers import json_schema
from shubbak.flow.definition import ServiceDefinition, StepAction
from shubbak.flow.engine import Position
from shubbak.kernel.actor import Actor
from shubbak.places import queries as places

from .. import rules
from ..models import Task
from .views import ActionView, TaskView


def task_view(
    by: Actor, task: Task, *, service: ServiceDefinition, position: Position, names: Mapping[UUID, str], language: str
) -> TaskView:
    """One open task as `by` sees it; its actions only where she may take them."""
    step = service.flow.steps[task.step]
    may = rules.may_do(by, task) and step.kind != "payment"
    actions = engine.available(service, position, task.id) if may else ()
    known = rules.sees_hands(by, task)
    queue = task.assignee_id is None and task.draw is None and step.kind not in ("citizen", "payment")
    return TaskView(
        id=task.id,
        step=task.step,
        name=step.name,
        kind=task.kind,
        role=task.role,
        department=task.department,
        place=places.unit(task.acting_unit_id),
        assignee_id=task.assignee_id if known else None,
        assignee=names.get(task.assignee_id, "") if task.assignee_id and known else "",
        drawn=task.draw if known else None,
        due_on=task.due_on,
        blind=step.blind,
        mine=task.assignee_id == by.id,
        may_claim=may and queue,
        may_assign=rules.may_assign(by, task) and step.kind not in ("citizen", "payment"),
        actions=tuple(action_view(service, action, language) for action in actions),
    )


def action_view(service: ServiceDefinition, action: StepAction, language: str) -> ActionView:
    """What an action asks, as fields for a form and as JSON Schema for a program."""
    reasons = tuple((r.key, r.text) for r in service.reasons if r.key in action.reasons)
    schema: dict[str, Any] = json_schema(action.fields, language)
    if reasons:
        listed = [{"const": key, "title": text.in_language(language)} for key, text in reasons]
        schema["properties"]["reason"] = {"type": "string", "oneOf": listed}
        schema["required"] = [*schema["required"], "reason"]
    return ActionView(action.key, action.kind, action.label, action.fields, reasons, schema)
