"""A receipt: one printed number, consumed."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from shubbak.kernel.ids import uuid7
from shubbak.kernel.money import Money

from ..states import Means, ReceiptState


class Receipt(models.Model):
    """One leaf of a book: issued for one whole invoice, or void with its reason and the supervisor who said so.

    A leaf spoiled before any collection has no invoice and no amount. Triggers hold the numbers of a book without gap,
    the amount equal to the invoice's total, and every column but those of the void unchanged.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    invoice = models.ForeignKey("payments.Invoice", on_delete=models.PROTECT, null=True, related_name="receipts")
    book = models.ForeignKey("payments.ReceiptBook", on_delete=models.PROTECT, db_index=False, related_name="receipts")
    drawer = models.ForeignKey(
        "payments.Drawer", on_delete=models.PROTECT, null=True, db_index=False, related_name="receipts"
    )
    number = models.BigIntegerField()
    printed_number = models.CharField(max_length=20)
    unit = models.CharField(max_length=40)
    governorate = models.CharField(max_length=2, blank=True)
    means = models.CharField(max_length=12, choices=Means.choices, blank=True)
    reference = models.CharField(max_length=64, blank=True)
    amount = models.BigIntegerField()
    state = models.CharField(max_length=6, choices=ReceiptState.choices, default=ReceiptState.ISSUED)
    collected_by = models.UUIDField()
    at = models.DateTimeField()
    void_reason = models.CharField(max_length=500, blank=True, default="")
    voided_by = models.UUIDField(null=True)
    voided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["book", "number"], name="payments_receipt_number_once"),
            models.UniqueConstraint(
                fields=["invoice"], condition=Q(state=ReceiptState.ISSUED), name="payments_one_live_receipt"
            ),
            models.CheckConstraint(
                condition=Q(state=ReceiptState.ISSUED, voided_by__isnull=True, voided_at__isnull=True, void_reason="")
                | Q(state=ReceiptState.VOID, voided_by__isnull=False, voided_at__isnull=False) & ~Q(void_reason=""),
                name="payments_void_has_reason_and_supervisor",
            ),
            models.CheckConstraint(
                condition=Q(amount__gt=0, invoice__isnull=False, drawer__isnull=False, means__in=Means.values)
                | Q(amount=0, invoice__isnull=True, drawer__isnull=True, means="", state=ReceiptState.VOID),
                name="payments_receipt_collects_or_is_spoiled",
            ),
        ]
        indexes = [
            models.Index(fields=["drawer", "number"], name="payments_receipt_drawer"),
            models.Index(fields=["unit", "at"], name="payments_receipt_unit_at"),
            models.Index(fields=["printed_number"], name="payments_receipt_printed"),
        ]

    def __str__(self) -> str:
        return self.printed_number

    @property
    def money(self) -> Money:
        """The amount as money."""
        return Money(self.amount)
