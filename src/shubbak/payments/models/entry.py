"""The double-entry ledger: entries, and the postings of each that add up to nothing."""

from __future__ import annotations

from django.db import models

from shubbak.kernel.ids import uuid7

from ..states import EntryKind


class Entry(models.Model):
    """One movement of money. Written with all its postings in one statement, never changed; undone by `reverses`.

    `subject_id` is the invoice, receipt or drawer that caused it.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=20, choices=EntryKind.choices)
    unit = models.CharField(max_length=40)
    governorate = models.CharField(max_length=2, blank=True)
    subject_id = models.UUIDField()
    by_id = models.UUIDField()
    at = models.DateTimeField()
    reverses = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=EntryKind.values), name="payments_entry_kind"),
        ]
        indexes = [
            models.Index(fields=["subject_id"], name="payments_entry_subject"),
            models.Index(fields=["unit", "at"], name="payments_entry_unit_at"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


class Posting(models.Model):
    """One side of an entry in piastres, debit positive. A trigger holds the sum of an entry at zero."""

    pk = models.CompositePrimaryKey("entry_id", "place")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, db_index=False, related_name="postings")
    place = models.PositiveSmallIntegerField()
    account = models.ForeignKey("payments.Account", on_delete=models.PROTECT, db_index=False, related_name="+")
    amount = models.BigIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(amount=0), name="payments_posting_moves_something"),
        ]
        indexes = [models.Index(fields=["account"], name="payments_posting_account")]

    def __str__(self) -> str:
        return f"{self.account_id} {self.amount}"
