"""One thing somebody must do on a case, now."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from shubbak.kernel.ids import uuid7

from ..states import TaskState


class Task(models.Model):
    """A token of the flow: one step of one case, in the hands of a role at an acting unit.

    `groups` are the forks the token stands under, outermost first, as the engine gave them.
    `draw` records how the assignee was chosen: seed, pool, weights. `invoice` is what a payment step waits for.
    `service_key` repeats the case's, so that one service's work is found without a join. `away` tells that the step is
    done by another unit or department than the case's own, or by an agency: what finds the case for those who have it
    from nowhere else.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, db_index=False, related_name="tasks")
    service_key = models.CharField(max_length=64)
    step = models.CharField(max_length=64)
    kind = models.CharField(max_length=8)
    role = models.CharField(max_length=20)
    department = models.CharField(max_length=40, blank=True, default="")
    acting_unit = models.ForeignKey("places.Unit", on_delete=models.PROTECT, db_index=False, related_name="+")
    acting_path = models.CharField(max_length=120, db_collation="C")
    away = models.BooleanField(default=False)
    assignee_id = models.UUIDField(null=True)
    state = models.CharField(max_length=9, choices=TaskState.choices, default=TaskState.OPEN)
    groups: models.JSONField[list[Any]] = models.JSONField(default=list)
    invoice = models.ForeignKey(
        "payments.Invoice", on_delete=models.PROTECT, null=True, db_index=False, related_name="+"
    )
    draw: models.JSONField[dict[str, Any] | None] = models.JSONField(null=True)
    opened_at = models.DateTimeField()
    due_on = models.DateField(null=True)
    escalated_to = models.CharField(max_length=20, blank=True, default="")
    done_at = models.DateTimeField(null=True)
    done_by_id = models.UUIDField(null=True)
    outcome = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=TaskState.values), name="cases_task_state"),
            models.CheckConstraint(
                condition=Q(state__in=["open", "parked"], done_at__isnull=True)
                | Q(state__in=["done", "cancelled"], done_at__isnull=False),
                name="cases_task_done_has_date",
            ),
        ]
        indexes = [
            models.Index(fields=["case"], name="cases_task_case"),
            models.Index(
                fields=["acting_path", "department", "due_on", "id"], name="cases_task_queue", condition=Q(state="open")
            ),
            models.Index(fields=["due_on", "id"], name="cases_task_due", condition=Q(state="open")),
            models.Index(
                fields=["service_key", "acting_path", "due_on", "id"],
                name="cases_task_of_service",
                condition=Q(state="open"),
            ),
            models.Index(fields=["acting_path", "department", "case"], name="cases_task_came", condition=Q(away=True)),
            models.Index(fields=["assignee_id", "due_on", "id"], name="cases_task_mine", condition=Q(state="open")),
            models.Index(fields=["invoice"], name="cases_task_invoice", condition=Q(invoice__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.step} of {self.case_id}"
