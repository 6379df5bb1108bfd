"""What can be done with money."""

from .assign_book import assign_book
from .cancel_invoice import cancel_invoice
from .close_drawer import close_drawer
from .collect import collect
from .open_drawer import open_drawer
from .raise_invoice import LineDue, raise_invoice
from .receive_book import receive_book
from .set_ceiling import set_ceiling
from .spoil_leaf import spoil_leaf
from .void_receipt import void_receipt

__all__ = [
    "LineDue",
    "assign_book",
    "cancel_invoice",
    "close_drawer",
    "collect",
    "open_drawer",
    "raise_invoice",
    "receive_book",
    "set_ceiling",
    "spoil_leaf",
    "void_receipt",
]
