"""Questions about money; none of them writes."""

from .books import BookView, LeafView, books, next_leaf
from .ceilings import CeilingView, ceilings, lawful_means
from .drawers import DrawerView, drawer, drawers, open_drawer
from .invoices import InvoiceView, LineView, ReceiptView, billed, by_settlement_code, invoices, receipt
from .ledger import Balance, balance, balances
from .statement import Leaves, Statement, day_statement, drawer_statement

__all__ = [
    "Balance",
    "BookView",
    "CeilingView",
    "DrawerView",
    "InvoiceView",
    "LeafView",
    "Leaves",
    "LineView",
    "ReceiptView",
    "Statement",
    "balance",
    "balances",
    "billed",
    "books",
    "by_settlement_code",
    "ceilings",
    "day_statement",
    "drawer",
    "drawer_statement",
    "drawers",
    "invoices",
    "lawful_means",
    "next_leaf",
    "open_drawer",
    "receipt",
]
