"""A citizen's file (طلب)."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from shubbak.kernel.ids import uuid7

from ..states import ENDED, CaseState, Channel, Decision


class Case(models.Model):
    """One request for one service, on the version of the service it began with.

    `path` and `governorate` are the home unit's at submission, so that "inside my unit" is one prefix on this row.
    `answers_sealed` is JSON `{"form": {...}, "steps": {step: {...}}}` under the key ring.
    `limits` lists the running limits: `[{key, kind, started, paused, due, met}]`; `promised_on` and `law_due_on` are
    its nearest unmet dates, and `wakes_on` the first date on which the clock alone must do something.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    number = models.CharField(max_length=32, db_collation="C")
    code_sealed = models.BinaryField()
    version = models.ForeignKey("catalogue.ServiceVersion", on_delete=models.PROTECT, db_index=False, related_name="+")
    service_key = models.CharField(max_length=64)
    department = models.CharField(max_length=40)
    unit = models.ForeignKey("places.Unit", on_delete=models.PROTECT, db_index=False, related_name="+")
    path = models.CharField(max_length=120, db_collation="C")
    governorate = models.CharField(max_length=2)
    beneficiary = models.ForeignKey("people.Person", on_delete=models.PROTECT, db_index=False, related_name="+")
    applicant_kind = models.CharField(max_length=16)
    registrar_id = models.UUIDField(null=True)
    channel = models.CharField(max_length=8, choices=Channel.choices)
    state = models.CharField(max_length=16, choices=CaseState.choices, default=CaseState.SUBMITTED)
    decision = models.CharField(max_length=12, choices=Decision.choices, blank=True, default="")
    decided_on = models.DateField(null=True)
    decided_by_law = models.CharField(max_length=40, blank=True, default="")
    reason = models.CharField(max_length=64, blank=True, default="")
    answers_sealed = models.BinaryField()
    limits: models.JSONField[list[dict[str, Any]]] = models.JSONField(default=list)
    promised_on = models.DateField(null=True)
    law_due_on = models.DateField(null=True)
    wakes_on = models.DateField(null=True)
    submitted_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["number"], name="cases_number_once"),
            models.CheckConstraint(condition=Q(state__in=CaseState.values), name="cases_case_state"),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=False, state__in=sorted(ENDED))
                | Q(ended_at__isnull=True) & ~Q(state__in=sorted(ENDED)),
                name="cases_case_ended_has_date",
            ),
        ]
        indexes = [
            models.Index(fields=["path", "state", "-submitted_at"], name="cases_home_state"),
            models.Index(fields=["governorate", "-submitted_at", "-id"], name="cases_newest"),
            models.Index(fields=["beneficiary", "-submitted_at"], name="cases_beneficiary"),
            models.Index(fields=["beneficiary"], name="cases_running_of", condition=Q(ended_at__isnull=True)),
            models.Index(fields=["wakes_on"], name="cases_wakes", condition=Q(wakes_on__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.number
