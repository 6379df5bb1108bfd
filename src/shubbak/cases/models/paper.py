"""A paper we issued on a case."""

from __future__ import annotations

from django.db import models

from shubbak.kernel.ids import uuid7


class CasePaper(models.Model):
    """Joins an issued paper (slip, receipt, permit) to its case; `key` is the paper's key in the service definition."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, db_index=False, related_name="papers")
    paper = models.OneToOneField("documents.Paper", on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=64)
    receipt_id = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "key", "receipt_id"], nulls_distinct=False, name="cases_paper_once")
        ]

    def __str__(self) -> str:
        return f"{self.key} of {self.case_id}"
