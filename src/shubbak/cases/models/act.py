"""What somebody did on a case, and under which hat."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from shubbak.kernel.ids import uuid7

from ..states import Duty


class Act(models.Model):
    """One line of the case's history; never changed. Constraint triggers read it to keep duties apart.

    `by_id` is the staff member's key, or zero for the clock itself. `apart_from` names the steps that must have been
    done by somebody else. Notes are personal data: sealed. `for_citizen` marks a note that the citizen reads.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, db_index=False, related_name="acts")
    task_id = models.UUIDField(null=True)
    by_id = models.UUIDField()
    by_kind = models.CharField(max_length=8)
    duty = models.CharField(max_length=8, choices=Duty.choices, blank=True, default="")
    step = models.CharField(max_length=64, blank=True, default="")
    apart_from = ArrayField(models.CharField(max_length=64), default=list)
    action = models.CharField(max_length=64)
    kind = models.CharField(max_length=10)
    reason = models.CharField(max_length=64, blank=True, default="")
    note_sealed = models.BinaryField(null=True)
    for_citizen = models.BooleanField(default=False)
    happened_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["case", "happened_at"], name="cases_act_history")]

    def __str__(self) -> str:
        return f"{self.action} on {self.case_id}"
