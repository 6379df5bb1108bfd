"""What a seal promises, and the one hash that binds it."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

_BOUND = struct.Struct(">iqiqqqqq")
_START = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Promise:
    """All that a seal says before it is signed."""

    node: int
    number: int
    epoch: int
    txid_from: int
    txid_to: int
    entries: int
    total: int
    sealed_at: datetime
    root: bytes
    previous: bytes

    @property
    def head(self) -> bytes:
        """`SHA256(02 ‖ previous ‖ node ‖ number ‖ epoch ‖ from ‖ to ‖ entries ‖ total ‖ microseconds ‖ root)`."""
        micros = (self.sealed_at - _START) // timedelta(microseconds=1)
        bound = _BOUND.pack(
            self.node, self.number, self.epoch, self.txid_from, self.txid_to, self.entries, self.total, micros
        )
        return sha256(b"\x02" + self.previous + bound + self.root).digest()
