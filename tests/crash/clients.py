"""Clients at the API that never give up: each act has one key, is repeated until answered, and is written down
(flushed to the disk) only once it was acknowledged."""

from __future__ import annotations

import json
import os
import queue
import random
import threading
import time
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from tests import cast

from . import crew

SCAN = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b8"
    "0000000049454e44ae426082"
)
_COMPLAINT = {"subject": "cleaning", "place": "شارع المدارس", "details": "تراكم القمامة أمام المدرسة منذ أسبوع",
              "dangerous": False, "answer_by": "message"}  # fmt: skip
_COPY = {"permit_kind": "shop", "permit_year": 1998, "site_address": "شارع الجيش", "copies": 1, "capacity": "owner"}
_WHO = {  # the role a task waits for, by what the API calls it
    "clerk": crew.CLERK, "cashier": crew.CASHIER, "reviewer": crew.REVIEWER, "archivist": crew.ARCHIVIST,
    "department_head": crew.CHIEF, "unit_head": crew.HEAD, "centre_manager": crew.CENTRE, "inspector": crew.INSPECTOR,
}  # fmt: skip


class Notes:
    """The record outside the database: one line an acknowledged act."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("a", encoding="utf-8")
        self._lock = threading.Lock()
        self.count = 0

    def write(self, kind: str, **facts: object) -> None:
        """On the disk before it returns."""
        with self._lock:
            self._file.write(json.dumps({"kind": kind} | facts) + "\n")
            self._file.flush()
            os.fsync(self._file.fileno())
            self.count += 1


@dataclass
class Crowd:
    """The clients of one town."""

    address: str
    tokens: dict[str, str]
    notes: Notes
    seed: int
    over: threading.Event = field(default_factory=threading.Event)
    moving: queue.Queue[str] = field(default_factory=queue.Queue)
    unpaid: queue.Queue[tuple[str, str]] = field(default_factory=queue.Queue)
    faults: list[str] = field(default_factory=list)
    people: int = 0

    def start(self) -> list[threading.Thread]:
        """Two at the window, one cashier, two who move cases on."""
        work = [self.window, self.window, self.cashier, self.mover, self.mover]
        threads = [threading.Thread(target=self._run, args=(act, self.seed + i)) for i, act in enumerate(work)]
        for thread in threads:
            thread.start()
        return threads

    def _run(self, act: Any, seed: int) -> None:
        client = Client(self.address, self.tokens, self.over)
        chance = random.Random(seed)
        while not self.over.is_set():
            try:
                act(client, chance)
            except GaveUp:
                return
            except Exception as fault:  # a thread that died silently would hide what it saw
                self.faults.append(f"{act.__name__}: {fault!r}")
                return

    # -- the acts ----------------------------------------------------------

    def window(self, client: Client, chance: random.Random) -> None:
        """Register a request: a complaint, or a paid copy of a permit with two scans."""
        paid = chance.random() < 0.3
        documents = []
        for kind in ("national-id", "proof-of-right") if paid else ():
            sent = client.post(crew.CLERK, "/uploads", files={"file": (f"{kind}.png", SCAN, "image/png")})
            documents.append({"kind": kind, "upload": sent.json()["id"]})
        self.people += 1
        answer = client.post(
            crew.CLERK, "/cases",
            json={
                "service": "permit-copy" if paid else "complaint", "unit": cast.DISTRICT, "channel": "window",
                "applicant": {
                    "kind": "citizen", "national_id": cast.national_id(chance.randrange(40_000)),
                    "name": "سعاد محمود إبراهيم", "mobile": "01000000042",
                },
                "answers": _COPY if paid else _COMPLAINT, "documents": documents,
            },
        )  # fmt: skip
        body = answer.json()
        self.notes.write("case", number=body["number"], code=body["tracking_code"])
        if body.get("invoice"):
            self.unpaid.put((body["number"], body["invoice"]["total"]))
        else:
            self.moving.put(body["number"])

    def cashier(self, client: Client, chance: random.Random) -> None:
        """Collect what is owed, leaf after leaf."""
        try:
            number, total = self.unpaid.get(timeout=0.3)
        except queue.Empty:
            return
        answer = client.post(
            crew.CASHIER, f"/cases/{number}/payments",
            json={"means": "cash", "amount": str(total), "printed_number": f"{client.leaf:07d}"},
        )  # fmt: skip
        client.leaf += 1
        self.notes.write("receipt", number=number, printed=answer.json().get("printed_number", ""))
        self.moving.put(number)

    def mover(self, client: Client, chance: random.Random) -> None:
        """Take a case one step on; put it back while it is not at its end."""
        try:
            number = self.moving.get(timeout=0.3)
        except queue.Empty:
            return
        case = client.get(crew.CENTRE, f"/cases/{number}").json()
        for task in case["tasks"]:
            actor = _WHO[task["role"]]
            seen = client.get(actor, f"/cases/{number}").json()
            mine = next((t for t in seen["tasks"] if t["id"] == task["id"] and t["actions"]), None)
            if mine is None:
                continue
            action = next(a for a in mine["actions"] if a["kind"] in ("approve", "complete"))
            path = f"/cases/{number}/tasks/{task['id']}/{action['key']}"
            client.post(actor, path, json={"answers": invented(action["input"]), "note": ""})
            self.notes.write("act", number=number, task=task["id"], action=action["key"])
        if case["tasks"]:
            self.moving.put(number)


class GaveUp(Exception):
    """The run ended while an act was unanswered: whether it happened is unknown, and either is right."""


class Client:
    """One thread's connection; a fresh key for each act, the same key for each repetition."""

    def __init__(self, address: str, tokens: dict[str, str], over: threading.Event) -> None:
        self._http = httpx.Client(base_url=f"{address}/api/v1", timeout=20)
        self._tokens, self._over, self.leaf = tokens, over, 1

    def get(self, who: cast.Member, path: str) -> httpx.Response:
        """Repeated until answered."""
        return self._until_answered("GET", who, path)

    def post(self, who: cast.Member, path: str, **body: Any) -> httpx.Response:
        """Repeated under one key until answered."""
        return self._until_answered("POST", who, path, key=str(uuid.uuid4()), **body)

    def _until_answered(self, method: str, who: cast.Member, path: str, key: str = "", **body: Any) -> httpx.Response:
        headers = {"Authorization": f"Bearer {self._tokens[who.number]}", "Accept-Language": "en"}
        headers |= {"Idempotency-Key": key} if key else {}
        until = time.monotonic() + 120
        while time.monotonic() < until:
            try:
                answer = self._http.request(method, path, headers=headers, **body)
            except httpx.TransportError:
                answer = None
            if answer is not None and answer.status_code < 300:
                return answer
            busy = answer is not None and answer.status_code == 409 and "still_running" in answer.text
            if answer is not None and answer.status_code < 500 and not busy:
                raise AssertionError(f"{method} {path}: {answer.status_code} {answer.text[:300]}")
            if self._over.is_set():
                raise GaveUp
            time.sleep(0.1)
        raise AssertionError(f"{method} {path}: no answer for two minutes")


def invented(schema: dict[str, Any]) -> dict[str, Any]:
    """Answers that fit a JSON Schema of an action's input."""
    return {name: _value(rule) for name, rule in schema.get("properties", {}).items()}


def _value(rule: dict[str, Any]) -> object:
    options = rule.get("enum") or [o["const"] for o in rule.get("oneOf", []) if "const" in o]
    if options:
        return options[0]
    kind = rule.get("type")
    if kind == "boolean":
        return False
    if kind in ("integer", "number"):
        return rule.get("minimum", 1)
    return "2026-01-01" if rule.get("format") == "date" else "نص للتجربة"
