"""An account of the ledger."""

from __future__ import annotations

from django.db import models

from ..states import AccountKind


class Account(models.Model):
    """One account for each unit, kind and settlement code. Its key spells them: `0402/revenue/4210`.

    It holds no balance: a balance is the sum of its postings. Opened by its first posting, never changed.
    """

    code = models.CharField(max_length=120, primary_key=True, db_collation="C")
    unit = models.CharField(max_length=40)
    kind = models.CharField(max_length=16, choices=AccountKind.choices)
    settlement_code = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "kind", "settlement_code"], name="payments_account_once"),
            models.CheckConstraint(condition=models.Q(kind__in=AccountKind.values), name="payments_account_kind"),
        ]

    def __str__(self) -> str:
        return self.code
