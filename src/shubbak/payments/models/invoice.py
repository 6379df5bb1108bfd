"""What somebody owes, line by line."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from shubbak.kernel.ids import uuid7
from shubbak.kernel.money import Money

from ..states import InvoiceState


class Invoice(models.Model):
    """An order to pay a whole amount in piastres: payer, lines and place. What the subject is, we do not know.

    `billed` holds the lines of an invoice that was raised a moment ago, so that they are told without being read.
    """

    billed: tuple[InvoiceLine, ...] = ()
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    payer_id = models.UUIDField(null=True)
    unit = models.CharField(max_length=40)
    governorate = models.CharField(max_length=2, blank=True)
    subject_id = models.UUIDField()
    total = models.BigIntegerField()
    state = models.CharField(max_length=9, choices=InvoiceState.choices, default=InvoiceState.OPEN)
    created_at = models.DateTimeField()
    paid_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(total__gt=0), name="payments_invoice_owes_something"),
            models.CheckConstraint(
                condition=Q(state=InvoiceState.PAID, paid_at__isnull=False)
                | Q(state__in=[InvoiceState.OPEN, InvoiceState.CANCELLED], paid_at__isnull=True),
                name="payments_invoice_paid_has_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["subject_id"], name="payments_invoice_subject"),
            models.Index(fields=["unit", "created_at"], name="payments_invoice_open", condition=Q(state="open")),
        ]

    def __str__(self) -> str:
        return f"{self.amount} {self.state}"

    @property
    def amount(self) -> Money:
        """The total as money."""
        return Money(self.total)


class InvoiceLine(models.Model):
    """One fee of an invoice, in piastres, and the settlement code it is credited to. Never changed.

    `rule` tells whoever pays how the amount came about, `source` what that rests on.
    """

    pk = models.CompositePrimaryKey("invoice_id", "place")
    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, db_index=False, related_name="lines")
    place = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=64)
    label_ar = models.CharField(max_length=200)
    label_en = models.CharField(max_length=200)
    amount = models.BigIntegerField()
    settlement_code = models.CharField(max_length=40)
    rule_ar = models.TextField(blank=True, default="", db_default="")
    rule_en = models.TextField(blank=True, default="", db_default="")
    source = models.TextField(blank=True)
    illustrative = models.BooleanField(default=False)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(amount__gt=0), name="payments_line_owes_something")]

    def __str__(self) -> str:
        return f"{self.code} {self.amount}"
