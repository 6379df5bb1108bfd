"""Balances: sums of postings, never stored."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Sum

from shubbak.kernel.money import Money

from ..models import Posting
from ..states import AccountKind


@dataclass(frozen=True, slots=True)
class Balance:
    """What an account holds, debit positive."""

    unit: str
    kind: AccountKind
    settlement_code: str
    amount: Money


def balances(unit: str) -> list[Balance]:
    """Every account of a unit that holds something. They add up to zero."""
    rows = (
        Posting.objects.filter(account__unit=unit)
        .values_list("account__kind", "account__settlement_code")
        .annotate(held=Sum("amount"))
        .exclude(held=0)
        .order_by("account__kind", "account__settlement_code")
    )
    return [Balance(unit, AccountKind(kind), code, Money(int(held))) for kind, code, held in rows]


def balance(*, unit: str, kind: AccountKind) -> Money:
    """What one kind of account of a unit holds over all settlement codes."""
    held = Posting.objects.filter(account__unit=unit, account__kind=kind).aggregate(held=Sum("amount"))["held"]
    return Money(int(held or 0))
