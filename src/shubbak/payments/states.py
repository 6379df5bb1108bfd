"""The states and kinds of money: data, no logic."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class InvoiceState(TextChoices):
    """An invoice is open until it is paid in full or cancelled; a voided receipt opens it again."""

    OPEN = "open", _("Unpaid")
    PAID = "paid", _("Paid")
    CANCELLED = "cancelled", _("Cancelled")


class ReceiptState(TextChoices):
    """A printed number is issued or spoiled; it never becomes free again."""

    ISSUED = "issued", _("Issued")
    VOID = "void", _("Void")


class BookState(TextChoices):
    """A receipt book waits in the safe, is in a cashier's hands, or is finished."""

    RECEIVED = "received", _("In the safe")
    HELD = "held", _("With a cashier")
    FINISHED = "finished", _("Finished")


class Means(TextChoices):
    """How money reaches us."""

    CASH = "cash", _("Cash")
    CARD = "card", _("Card (POS)")
    BANK_DEPOSIT = "bank_deposit", _("Bank deposit")


class AccountKind(TextChoices):
    """What an account of the ledger counts. Debits are positive: what is owed to us and what we hold."""

    RECEIVABLE = "receivable", _("Owed by payers")
    REVENUE = "revenue", _("Revenue")
    CASH = "cash", _("Cash in drawers")
    CARD = "card", _("Card takings")
    BANK_DEPOSIT = "bank_deposit", _("Bank deposits")
    DIFFERENCE = "difference", _("Shortage and surplus")


class EntryKind(TextChoices):
    """Why the ledger moved."""

    INVOICE_RAISED = "invoice_raised", _("Invoice raised")
    INVOICE_CANCELLED = "invoice_cancelled", _("Invoice cancelled")
    COLLECTED = "collected", _("Collected")
    RECEIPT_VOIDED = "receipt_voided", _("Receipt voided")
    DRAWER_DIFFERENCE = "drawer_difference", _("Drawer difference")


DENOMINATIONS = (20000, 10000, 5000, 2000, 1000, 500, 100, 50, 25)
"""Banknotes and coins a drawer is counted in, in piastres: 200 pounds down to 1, then the half and the quarter."""
