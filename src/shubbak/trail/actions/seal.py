"""Seal what is settled."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.db import connection, transaction

from shubbak.kernel.actor import SYSTEM, Actor

from .. import merkle
from ..anchors import last, places
from ..heads import Promise
from ..models import Node, Seal
from ..signing import audit_key
from .anchor import anchor

_MOST = 65_536
_FOREVER = 2**63 - 1
_LOCK = 7_210_401
_SETTLED = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
_FIRST = """
SELECT epoch, txid FROM trail_entry
WHERE node = %s AND (epoch, txid) >= (%s, %s) ORDER BY epoch, txid LIMIT 1
"""
_CUT = """
SELECT txid FROM trail_entry WHERE node = %s AND epoch = %s AND txid >= %s AND txid < %s
ORDER BY txid, seq OFFSET %s LIMIT 1
"""
_LEAVES = """
SELECT leaf FROM trail_entry WHERE node = %s AND epoch = %s AND txid >= %s AND txid < %s ORDER BY txid, seq
"""


class AnchorDisagrees(RuntimeError):
    """This database is not the one that was sealed: nothing is sealed over that until a person has looked."""


def seal(*, by: Actor = SYSTEM) -> int:
    """Seal every entry of every settled transaction, then anchor the heads; returns how many seals were made.

    Settled: below the oldest transaction still running, so that nothing can commit behind a seal. AnchorDisagrees when
    an anchor knows more seals than the database, or others: somebody changed the seals or restored an old copy.
    """
    made, settled = 0, _settled()
    while _seal_next(settled):
        made += 1
    anchor(by=by)
    return made


def _settled() -> int:
    """The oldest transaction that may still be running, as transaction numbers go now."""
    with connection.cursor() as cursor:
        cursor.execute(_SETTLED)
        return int(cursor.fetchone()[0])


@transaction.atomic(durable=True)
def _seal_next(settled: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK])
        if not cursor.fetchone()[0]:
            return False
        here = Node.objects.get()
        before = Seal.objects.filter(node=here.node).order_by("-number").first()
        if before and (before.epoch, before.txid_to) > (here.epoch, _settled()):
            raise AnchorDisagrees("transaction numbers went backwards: run the migrations, so that a new epoch begins")
        _refuse_other_past(here.node, before)
        promise = _promise(cursor, here, before, settled)
        if promise is None:
            return False
        key, head = audit_key(), promise.head
        Seal.objects.create(**asdict(promise), head=head, key_id=key.id, signature=key.sign(head))
    return True


def _promise(cursor: Any, here: Node, before: Seal | None, settled: int) -> Promise | None:
    """The next seal's promise, or nothing when no unsealed entry is settled."""
    after = (before.epoch, before.txid_to) if before else (0, 0)
    cursor.execute(_FIRST, [here.node, *after])
    epoch, first = cursor.fetchone() or (here.epoch, settled)
    begin = after[1] if epoch == after[0] else 0
    end = settled if epoch == here.epoch else _FOREVER
    if first >= end:
        return None
    cursor.execute(_CUT, [here.node, epoch, begin, end, _MOST])
    cut = cursor.fetchone()
    if cut is not None:
        end = max(cut[0], first + 1)
    cursor.execute("SELECT clock_timestamp()")
    (now,) = cursor.fetchone()
    cursor.execute(_LEAVES, [here.node, epoch, begin, end])
    leaves = [bytes(leaf) for (leaf,) in cursor.fetchall()]
    return Promise(
        node=here.node,
        number=before.number + 1 if before else 1,
        epoch=epoch,
        txid_from=begin,
        txid_to=end,
        entries=len(leaves),
        total=(before.total if before else 0) + len(leaves),
        sealed_at=now,
        root=merkle.root(leaves),
        previous=bytes(before.head) if before else bytes(32),
    )


def _refuse_other_past(node: int, before: Seal | None) -> None:
    for place in places():
        anchored = last(place, node)
        if anchored is None:
            continue
        number = int(anchored["seal"])
        known = before if before and before.number == number else Seal.objects.filter(node=node, number=number).first()
        if known is None or bytes(known.head).hex() != anchored["head"]:
            raise AnchorDisagrees(f"seal {number} of node {node} in {place} is not the one in the database")
