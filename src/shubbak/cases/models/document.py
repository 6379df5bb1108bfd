"""A paper the citizen brought."""

from __future__ import annotations

from django.db import models

from shubbak.kernel.ids import uuid7


class CaseDocument(models.Model):
    """Joins an uploaded file, or the clerk's word that she saw the original, to a case and a kind of document."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, db_index=False, related_name="documents")
    kind = models.CharField(max_length=64)
    upload = models.OneToOneField("documents.Upload", on_delete=models.PROTECT, null=True, related_name="+")
    seen_original = models.BooleanField(default=False)
    step = models.CharField(max_length=64, blank=True, default="")
    added_at = models.DateTimeField()
    added_by_id = models.UUIDField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(upload__isnull=False) | models.Q(seen_original=True),
                name="cases_document_file_or_original",
            ),
        ]
        indexes = [models.Index(fields=["case"], name="cases_document_case")]

    def __str__(self) -> str:
        return f"{self.kind} of {self.case_id}"
