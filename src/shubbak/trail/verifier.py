"""Verify Shubbak's trail without Shubbak: this one file, Python, psycopg and cryptography.

    python verifier.py "postgresql://reader@host/shubbak" ANCHORS [OTHER_ANCHORS]

All is written here a second time, on purpose: the canonical form of an entry, the RFC 6962 tree, the seal's head. The
database is only asked for the columns. Anchor folders must not be writable by those who run the database.
"""

from __future__ import annotations

import json
import struct
import sys
import time
from base64 import b64decode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import psycopg
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.serialization import load_pem_public_key

DOMAIN = b"shubbak trail seal v1\x00"
STEP = 4096  # seals in memory at a time
SLACK, LEEWAY = 24 * 3600 * 10**6, 60 * 10**6  # microseconds a transaction may have run before, and after, its seal
MIN4, MIN8, MAX4, MAX8 = -(2**31), -(2**63), 2**31 - 1, 2**63 - 1
SINCE_2000 = 946_684_800 * 10**6  # PostgreSQL counts microseconds from 2000
# 12 bytes of order (epoch, txid), seq, recorded_at, the stored leaf, and from byte 60 the canonical form: a JSON array
# as PostgreSQL prints it, moments in seconds with six decimals, facts as jsonb prints them.
ENTRIES = """
SELECT int4send(epoch # (-2147483648)) || int8send(txid # (-9223372036854775808)) || int8send(seq)
    || timestamptz_send(recorded_at) || leaf || convert_to(json_build_array('v1', node, epoch, txid, seq,
    extract(epoch FROM recorded_at), extract(epoch FROM happened_at), actor_kind, actor_id, role, act, subject,
    subject_id, unit, facts)::text, 'UTF8')
FROM trail_entry WHERE node = %s AND (epoch, txid) >= (%s, %s) AND (epoch, txid) < (%s, %s) ORDER BY epoch, txid, seq
"""
SEALS = """
SELECT node, number, epoch, txid_from, txid_to, entries, total, timestamptz_send(sealed_at),
    root, previous, head, key_id, signature FROM trail_seal
WHERE node = %s AND number > %s ORDER BY number LIMIT %s
"""
HEADS = "SELECT number, head, signature FROM trail_seal WHERE node = %s AND number BETWEEN %s AND %s"
NODES = "SELECT DISTINCT node FROM trail_seal UNION SELECT node FROM trail_node"
OTHERS = "SELECT node, count(*) FROM trail_entry WHERE node <> ALL(%s) GROUP BY node"


class Problem(NamedTuple):
    """Something that is not as it was sealed: in which seal, and up to five rows that show it (epoch.txid.seq)."""

    node: int
    seal: int | None
    code: str
    says: str
    rows: tuple[str, ...] = ()


@dataclass
class Report:
    """What was found. `unsealed` entries are younger than the last seal: nothing was promised about them yet."""

    entries: int = 0
    unsealed: int = 0
    seals: int = 0
    anchors: int = 0
    seconds: float = 0.0
    problems: list[Problem] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        return not self.problems

    def __str__(self) -> str:
        """For a person: one line of figures, then one line a problem."""
        sealed = f"{self.entries} entries in {self.seals} seals, {self.unsealed} not sealed yet"
        found = [f"node {p.node}, seal {p.seal or '-'}: {p.code}: {p.says}. {' '.join(p.rows)}" for p in self.problems]
        counted = f"{sealed}; {self.anchors} anchored heads compared; {self.seconds:.1f} s"
        return "\n".join([counted, *(found or ["Everything is as it was sealed."])])


class Seal(NamedTuple):
    """A row of trail_seal; `at` is PostgreSQL's eight bytes."""

    node: int
    number: int
    epoch: int
    txid_from: int
    txid_to: int
    entries: int
    total: int
    at: bytes
    root: bytes
    previous: bytes
    head: bytes
    key_id: str
    signature: bytes

    @property
    def micros(self) -> int:
        return int.from_bytes(self.at, "big", signed=True)

    def true_head(self) -> bytes:
        bound = struct.pack(">iqiqqqqq", *self[:7], min(self.micros + SINCE_2000, MAX8))
        return sha256(b"\x02" + self.previous + bound + self.root).digest()


class Walk:
    """The entries of one seal (or of the unsealed tail) as they stream by."""

    def __init__(self, earliest: int, latest: int) -> None:
        self.earliest, self.latest = (min(max(moment, 0), MAX8).to_bytes(8, "big") for moment in (earliest, latest))
        self.leaves: list[bytes] = []
        self.altered: list[str] = []
        self.misdated: list[str] = []

    def take(self, row: bytes) -> None:
        leaf = sha256(b"\x00" + row[60:]).digest()
        self.leaves.append(leaf)
        if leaf != row[28:60]:
            self.altered.append(name(row))
        if not self.earliest <= row[20:28] <= self.latest:
            self.misdated.append(name(row))


def lines_of(files: Sequence[tuple[Path, int]]) -> Iterator[dict[str, Any]]:
    for path, size in files:
        with open(path, "rb") as file:
            while file.tell() < size:
                text = file.readline()
                if text.endswith(b"\n"):
                    yield json.loads(text)


def name(row: bytes) -> str:
    epoch, txid, seq = struct.unpack(">IQq", row[:20])
    return f"{epoch + MIN4}.{txid + MIN8}.{seq}"


def order(epoch: int, txid: int) -> bytes:
    return struct.pack(">IQ", epoch - MIN4, txid - MIN8)


def root(leaves: list[bytes]) -> bytes:
    """RFC 6962 §2.1."""
    while len(leaves) > 1:
        odd = leaves[-1:] if len(leaves) % 2 else []
        pairs = zip(leaves[::2], leaves[1::2], strict=False)
        leaves = [sha256(b"\x01" + left + right).digest() for left, right in pairs] + odd
    return leaves[0] if leaves else sha256(b"").digest()


def files_of(folder: Path) -> dict[int, list[tuple[Path, int]]]:
    """Each node's anchor files, oldest month first, and how long each is now."""
    found: dict[int, list[tuple[Path, int]]] = {}
    for path in sorted(folder.glob("node-*-*.jsonl")):
        found.setdefault(int(path.name.split("-")[1]), []).append((path, path.stat().st_size))
    return found


def keys_in(folders: Iterable[Path]) -> dict[str, Any]:
    """The public keys beside the anchors, under the ids by which seals name them."""
    loaded: list[Any] = [load_pem_public_key(p.read_bytes()) for folder in folders for p in folder.glob("key-*.pem")]
    return {sha256(key.public_bytes_raw()).hexdigest()[:16]: key for key in loaded}


class Verification:
    """One pass over everything. The connection must be in one snapshot (REPEATABLE READ) if others are writing."""

    def __init__(self, connection: psycopg.Connection[Any], anchors: Sequence[Path]) -> None:
        self.cursor = psycopg.Cursor(connection)
        self.folders = [files_of(folder) for folder in anchors]
        self.keys = keys_in(anchors)
        self.report = Report()

    def run(self) -> Report:
        began = time.monotonic()
        nodes = {node for (node,) in self._rows(NODES)} | {node for folder in self.folders for node in folder}
        for node in sorted(nodes):
            self._node(node)
        for node, count in self._rows(OTHERS, list(nodes)):
            self._say(node, None, "stray", f"{count} entries of a node that never sealed anything")
        self.report.seconds = time.monotonic() - began
        return self.report

    def _node(self, node: int) -> None:
        before: Seal | None = None
        while rows := self._rows(SEALS, node, before.number if before else MIN8, STEP):
            batch = [Seal(*row) for row in rows]
            self._entries(batch, before)
            before = batch[-1]
        self._tail(node, before)
        for folder in self.folders:
            self._anchors(node, folder.get(node, ()), before)

    def _check(self, seal: Seal, before: Seal | None) -> None:
        """The seal by itself and in its chain."""
        number = before.number if before else 0
        if seal.number != number + 1:
            self._say(seal.node, number + 1, "gone", f"seals {number + 1} to {seal.number - 1} are missing")
        elif seal.previous != (before.head if before else bytes(32)):
            self._say(seal.node, seal.number, "chain", "does not follow the seal before it")
        if seal.true_head() != seal.head:
            self._say(seal.node, seal.number, "head", "the seal's own columns were changed")
        try:
            self.keys[seal.key_id].verify(seal.signature, DOMAIN + seal.head)
        except (KeyError, InvalidSignature):
            self._say(seal.node, seal.number, "signature", "not signed by a known audit key")

    def _anchors(self, node: int, files: Sequence[tuple[Path, int]], last: Seal | None) -> None:
        """Every anchored head against the database's; then what the anchors know and the database does not."""
        lines, reached, lost = lines_of(files), 0, 0
        while batch := list(islice(lines, STEP)):
            rows = self._rows(HEADS, node, batch[0]["seal"], batch[-1]["seal"])
            known = {number: (head.hex(), signature) for number, head, signature in rows}
            for line in batch:
                if line["seal"] != reached + 1:
                    self._say(node, reached + 1, "unanchored", "an anchor has no line for this seal")
                reached, lost, found = line["seal"], line["total"], known.get(line["seal"])
                if found and found != (line["head"], b64decode(line["signature"])):
                    self._say(node, reached, "anchor", "not the seal that was anchored")
            self.report.anchors += len(batch)
        number, total = (last.number, last.total) if last else (0, 0)
        if number and not reached:
            self._say(node, 1, "unanchored", "an anchor has no line for any seal")
        if reached > number:
            says = (
                f"the database knows fewer seals ({number}) than the anchor ({reached}) and lost {lost - total} entries"
            )
            self._say(node, number + 1, "behind", says + ": the tail was dropped or an old copy restored")

    def _entries(self, batch: list[Seal], before: Seal | None) -> None:
        """Recompute these seals and every entry under them."""
        low = (before.epoch, before.txid_to) if before else (MIN4, MIN8)
        rows = self._stream(batch[0].node, low, (batch[-1].epoch, batch[-1].txid_to))
        row = next(rows, b"")
        for seal in batch:
            self._check(seal, before)
            walk, strays = Walk(before.micros - SLACK if before else 0, seal.micros + LEEWAY), []
            start, end = order(seal.epoch, seal.txid_from), order(seal.epoch, seal.txid_to)
            while row and row[:12] < end:
                if row[:12] < start:
                    strays.append(name(row))
                else:
                    walk.take(row)
                row = next(rows, b"")
            self._judge(seal, walk, strays)
            before = seal

    def _judge(self, seal: Seal, walk: Walk, strays: list[str]) -> None:
        self.report.seals += 1
        self.report.entries += len(walk.leaves)
        for code, says, found in (
            ("stray", "entries before this seal and under none", strays),
            ("altered", "entries do not match their own hash", walk.altered),
            ("misdated", "entries not of the time of their seal", walk.misdated),
        ):
            if found:
                self._say(seal.node, seal.number, code, says, found)
        if len(walk.leaves) != seal.entries:
            self._say(seal.node, seal.number, "count", f"{seal.entries} entries sealed, {len(walk.leaves)} found")
        elif root(walk.leaves) != seal.root:
            self._say(seal.node, seal.number, "root", "the entries are not those that were sealed")

    def _tail(self, node: int, last: Seal | None) -> None:
        walk = Walk(last.micros - SLACK if last else 0, MAX8)
        for row in self._stream(node, (last.epoch, last.txid_to) if last else (MIN4, MIN8), (MAX4, MAX8)):
            walk.take(row)
        self.report.unsealed += len(walk.leaves)
        if found := walk.altered or walk.misdated:
            self._say(node, None, "unsealed", "entries after the last seal that nobody recorded so", found)

    def _stream(self, node: int, low: tuple[int, int], high: tuple[int, int]) -> Iterator[bytes]:
        size = 1000 if psycopg.pq.version() >= 170000 else 1
        for (row,) in self.cursor.stream(ENTRIES, [node, *low, *high], binary=True, size=size):
            yield row or bytes(60)

    def _rows(self, query: str, *values: Any) -> list[Any]:
        return self.cursor.execute(query, values, binary=True).fetchall()

    def _say(self, node: int, seal: int | None, code: str, says: str, entries: Sequence[str] = ()) -> None:
        self.report.problems.append(Problem(node, seal, code, says, tuple(entries[:5])))


def main(url: str, *folders: str) -> int:
    """Print the report; 0 when all is as it was sealed, 1 when not."""
    with psycopg.connect(url) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        report = Verification(connection, [Path(folder) for folder in folders]).run()
    print(report)
    return 0 if report.ok else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) > 2 else __doc__)
