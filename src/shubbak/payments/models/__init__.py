"""The nouns of payments."""

from .account import Account
from .ceiling import Ceiling
from .drawer import Drawer
from .entry import Entry, Posting
from .invoice import Invoice, InvoiceLine
from .receipt import Receipt
from .receipt_book import ReceiptBook

__all__ = ["Account", "Ceiling", "Drawer", "Entry", "Invoice", "InvoiceLine", "Posting", "Receipt", "ReceiptBook"]
