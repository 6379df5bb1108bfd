"""A paper we issued."""

from __future__ import annotations

from django.db import models

from shubbak.kernel import clock
from shubbak.kernel.ids import uuid7

from ..states import ENTRIES, PaperStatus


class Paper(models.Model):
    """A slip, receipt, permit, certificate, letter: its facts, sealed and never changed, from which it is printed.

    `subject_id` is what it is about (a case, a receipt); this slice does not know which. A signed paper also carries
    its token and its place in a status list; `valid_until` is its last day in force, `turned_at` and `reason_sealed`
    say when and why its status was last changed.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=40)
    number = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    unit = models.CharField(max_length=40)
    governorate = models.CharField(max_length=2)
    template = models.CharField(max_length=40)
    facts_sealed = models.BinaryField()
    issued_at = models.DateTimeField(default=clock.now)
    issued_by_id = models.UUIDField()
    valid_until = models.DateField(null=True)
    status = models.CharField(max_length=10, default=PaperStatus.VALID, choices=[(s, s) for s in PaperStatus])
    turned_at = models.DateTimeField(null=True)
    reason_sealed = models.BinaryField(null=True)
    token = models.TextField(default="", db_collation="C")
    check_code = models.CharField(max_length=8, default="")
    status_list = models.ForeignKey(
        "documents.StatusList", on_delete=models.PROTECT, null=True, db_index=False, related_name="+"
    )
    status_index = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["status_list", "status_index"], name="documents_paper_status_place"),
            models.CheckConstraint(condition=models.Q(status__in=list(PaperStatus)), name="documents_paper_status"),
            models.CheckConstraint(
                condition=models.Q(token="", status_list=None, status_index=None)
                | (~models.Q(token="") & models.Q(status_list__isnull=False, status_index__lt=ENTRIES)),
                name="documents_paper_signed_whole",
            ),
        ]
        indexes = [
            models.Index(fields=["subject_id"], name="documents_paper_subject"),
            models.Index(
                fields=["status_list", "status_index", "status"],
                condition=~models.Q(status=PaperStatus.VALID) & models.Q(status_list__isnull=False),
                name="documents_paper_not_in_force",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"
