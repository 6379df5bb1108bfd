"""Entries, the seals over them, the name under which this database writes, and answers already given."""

from .answer import StoredAnswer
from .entry import Entry
from .node import Node
from .seal import Seal

__all__ = ["Entry", "Node", "Seal", "StoredAnswer"]
