"""That one entry is under a seal, provable to anybody who has the seal's head."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection
from django.utils.translation import gettext_lazy as _

from shubbak.kernel.refusal import NotThere

from .. import merkle
from ..models import Entry, Seal

_LEAVES = """
SELECT seq, txid, leaf FROM trail_entry WHERE node = %s AND epoch = %s AND txid >= %s AND txid < %s ORDER BY txid, seq
"""


@dataclass(frozen=True, slots=True)
class Inclusion:
    """An RFC 6962 §2.1.1 audit path from an entry's leaf to the root of a signed seal."""

    leaf: bytes
    index: int
    size: int
    path: tuple[bytes, ...]
    seal: int
    root: bytes
    head: bytes
    signature: bytes

    def holds(self) -> bool:
        """Whether the path leads from the leaf to the root."""
        return merkle.root_by_path(self.index, self.size, self.leaf, self.path) == self.root


def proof(entry: Entry) -> Inclusion:
    """The proof that `entry` is under its seal; NotThere `not_sealed` until the sealer has passed."""
    seal = Seal.objects.filter(
        node=entry.node, epoch=entry.epoch, txid_from__lte=entry.txid, txid_to__gt=entry.txid
    ).first()
    if seal is None:
        raise NotThere("not_sealed", _("This entry is not sealed yet. Ask again in a few seconds."))
    with connection.cursor() as cursor:
        cursor.execute(_LEAVES, [seal.node, seal.epoch, seal.txid_from, seal.txid_to])
        rows = cursor.fetchall()
    index = next(i for i, (seq, txid, _leaf) in enumerate(rows) if (txid, seq) == (entry.txid, entry.seq))
    leaves = [bytes(leaf) for _seq, _txid, leaf in rows]
    return Inclusion(
        leaf=leaves[index],
        index=index,
        size=len(leaves),
        path=tuple(merkle.path(index, leaves)),
        seal=seal.number,
        root=bytes(seal.root),
        head=bytes(seal.head),
        signature=bytes(seal.signature),
    )
