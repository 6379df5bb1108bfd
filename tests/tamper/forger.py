"""A superuser at work: triggers off, every column within reach, but neither the audit key nor the anchor files."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import psycopg

from shubbak.trail import verifier

CANONICAL = """json_build_array('v1', node, epoch, txid, seq, extract(epoch FROM recorded_at),
    extract(epoch FROM happened_at), actor_kind, actor_id, role, act, subject, subject_id, unit, facts)::text"""
RELEAF = f"UPDATE trail_entry SET leaf = sha256('\\x00'::bytea || convert_to({CANONICAL}, 'UTF8')) WHERE seq = ANY(%s)"
EDITS: dict[str, str] = {
    "node": "node + 1",
    "epoch": "epoch + 1",
    "happened_at": "happened_at + %s * interval '1 minute'",
    "actor_kind": "reverse(actor_kind)",
    "actor_id": "gen_random_uuid()",
    "role": "role || 'x'",
    "act": "'cases.' || md5(act || %s)",
    "subject": "subject || 'x'",
    "subject_id": "NULL",
    "unit": "'0' || unit",
    "facts": "facts || jsonb_build_object('amount', %s)",
    "leaf": "sha256(leaf)",
}
COPIED = """node, epoch, txid, seq, recorded_at, happened_at, actor_kind, actor_id, role, act, subject, subject_id,
    unit, facts, leaf"""


@dataclass
class Done:
    """What was done: the seals it touched, and the entries that must be named if their hash shows it."""

    said: str
    seals: set[int]
    rows: set[str] = field(default_factory=set)


class Forger:
    """One superuser, one transaction that is rolled back when the verifier has looked."""

    def __init__(self, connection: psycopg.Connection[Any], chance: random.Random) -> None:
        self.run, self.chance = connection.execute, chance
        for table in ("trail_entry", "trail_seal", "trail_node"):
            self.run(f"ALTER TABLE {table} DISABLE TRIGGER ALL")

    # -- looking around ----------------------------------------------------

    def seals(self) -> list[int]:
        return [number for (number,) in self.run("SELECT number FROM trail_seal ORDER BY number").fetchall()]

    def entries(self, count: int = 1) -> list[tuple[int, int, str]]:
        """Some sealed entries: sequence, seal, name."""
        rows = self.run(
            "SELECT e.seq, s.number, e.epoch || '.' || e.txid || '.' || e.seq FROM trail_entry e JOIN trail_seal s"
            " ON e.node = s.node AND e.epoch = s.epoch AND e.txid >= s.txid_from AND e.txid < s.txid_to ORDER BY e.seq"
        ).fetchall()
        return self.chance.sample(rows, count)

    # -- the seven ways ----------------------------------------------------

    def edit(self) -> Done:
        (seq, seal, name), column = self.entries()[0], self.chance.choice(list(EDITS))
        expression = EDITS[column]
        values = [self.chance.randint(1, 9999)] if "%s" in expression else []
        if column == "act":
            values = [str(values[0])]
        self.run(f"UPDATE trail_entry SET {column} = {expression} WHERE seq = %s", [*values, seq])
        return self._covered(Done(f"edit {column}", {seal}, set() if column in ("node", "epoch") else {name}), seq)

    def delete(self) -> Done:
        if self.chance.random() < 0.1:
            self.run("DELETE FROM trail_entry")
            return Done("delete every entry", set(self.seals()))
        chosen = self.entries(self.chance.randint(1, 4))
        self.run("DELETE FROM trail_entry WHERE seq = ANY(%s)", [[seq for seq, _seal, _name in chosen]])
        return Done(f"delete {len(chosen)}", {seal for _seq, seal, _name in chosen})

    def insert(self) -> Done:
        (seq, seal, _name) = self.entries()[0]
        columns = COPIED.replace("seq,", f"{10**9 + seq},").replace("facts,", "facts || '{\"forged\": 1}',")
        self.run(f"INSERT INTO trail_entry ({COPIED}) SELECT {columns} FROM trail_entry WHERE seq = %s", [seq])
        name = self.run(
            "SELECT epoch || '.' || txid || '.' || seq FROM trail_entry WHERE seq = %s", [10**9 + seq]
        ).fetchone()
        return self._covered(Done("insert", {seal}, {name[0]} if name else set()), 10**9 + seq)

    def swap(self) -> Done:
        (one, first, a), (two, second, b) = self.entries(2)
        whole = self.chance.random() < 0.5
        columns = ["actor_id", "act", "facts", "subject_id", "happened_at", *(["recorded_at", "leaf"] if whole else [])]
        self.run(
            f"UPDATE trail_entry e SET {', '.join(f'{c} = o.{c}' for c in columns)} FROM trail_entry o"
            " WHERE (e.seq, o.seq) IN ((%s, %s), (%s, %s))",
            [one, two, two, one],
        )
        return self._covered(
            Done("swap whole entries" if whole else "swap contents", {first, second}, {a, b}), one, two
        )

    def backdate(self) -> Done:
        (seq, seal, name) = self.entries()[0]
        column = self.chance.choice(("recorded_at", "happened_at"))
        days = self.chance.choice((1, 7, 40, 400))
        self.run(f"UPDATE trail_entry SET {column} = {column} - %s * interval '1 day' WHERE seq = %s", [days, seq])
        return self._covered(Done(f"backdate {column}", {seal}, {name}), seq)

    def drop_tail(self) -> Done:
        numbers = self.seals()
        last = self.chance.choice(numbers[:-1])
        self.run(
            "DELETE FROM trail_entry e USING trail_seal s"
            " WHERE s.number = %s AND (e.epoch, e.txid) >= (s.epoch, s.txid_to)",
            [last],
        )
        self.run("DELETE FROM trail_seal WHERE number > %s", [last])
        return Done(f"drop the tail, {len(numbers) - last} seals", {last + 1})

    def reseal(self) -> Done:
        """Beyond the list: change a seal, or take one out, as well as is possible without the key."""
        number = self.chance.choice(self.seals()[1:-1])
        column = self.chance.choice(("root", "head", "signature", "entries", "total", "sealed_at", "txid_to", "row"))
        changed = {"root": "sha256(root)", "head": "sha256(head)", "signature": "signature || ''", "row": ""}.get(
            column
        )
        if column == "row":
            self.run("DELETE FROM trail_seal WHERE number = %s", [number])
        elif column == "signature":
            self.run("UPDATE trail_seal SET signature = sha512(signature) WHERE number = %s", [number])
        elif column == "sealed_at":
            self.run("UPDATE trail_seal SET sealed_at = sealed_at - interval '1 hour' WHERE number = %s", [number])
        else:
            self.run(f"UPDATE trail_seal SET {column} = {changed or column + ' + 1'} WHERE number = %s", [number])
        return Done(f"change a seal's {column}", {number})

    # -- covering it up ----------------------------------------------------

    def _covered(self, done: Done, *seqs: int) -> Done:
        """Cover the traces, or not: the entries' own hashes, the seal's root, the chain to its end."""
        how = self.chance.choice(("", "leaf", "seal", "chain"))
        if not how or done.said == "edit leaf":
            return done
        self.run(RELEAF, [list(seqs)])
        done.rows, done.said = set(), f"{done.said}, {how} recomputed"
        if how != "leaf":
            self._reseal(min(done.seals), to_the_end=how == "chain")
        return done

    def _reseal(self, first: int, *, to_the_end: bool) -> None:
        """Recompute roots and heads from seal `first` on; only the signatures stay, for want of the key."""
        before: verifier.Seal | None = None
        for row in self.run(verifier.SEALS, [1, 0, 10**6], binary=True).fetchall():
            seal = verifier.Seal(*row)
            if seal.number == first or (to_the_end and seal.number > first):
                leaves = self.run(
                    "SELECT leaf FROM trail_entry WHERE epoch = %s AND txid >= %s AND txid < %s ORDER BY txid, seq",
                    [seal.epoch, seal.txid_from, seal.txid_to],
                ).fetchall()
                total = (before.total if before else 0) + len(leaves)
                seal = seal._replace(entries=len(leaves), total=total, root=verifier.root([leaf for (leaf,) in leaves]))
                seal = seal._replace(previous=before.head if before else bytes(32))
                seal = seal._replace(head=seal.true_head())
                self.run(
                    "UPDATE trail_seal SET entries = %s, total = %s, root = %s, previous = %s, head = %s"
                    " WHERE number = %s",
                    [seal.entries, seal.total, seal.root, seal.previous, seal.head, seal.number],
                )
            before = seal


WAYS: dict[str, Callable[[Forger], Done]] = {
    "edit": Forger.edit,
    "delete": Forger.delete,
    "insert": Forger.insert,
    "swap": Forger.swap,
    "backdate": Forger.backdate,
    "drop the tail": Forger.drop_tail,
    "change a seal": Forger.reseal,
}
