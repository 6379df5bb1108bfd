"""What the clients do: register, move on, look at work, follow a case, find a person."""

from __future__ import annotations

import json
import random
import secrets
import time
import uuid
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from shubbak.config.postgres import Server

from .clients import Asked
from .names import NAMES

COPY = {"permit_kind": "shop", "permit_year": 1998, "site_address": "شارع الجيش", "copies": 1, "capacity": "agent"}
COMPLAINT = {
    "subject": "cleaning", "place": "شارع المدارس", "details": "تراكم القمامة أمام المدرسة منذ أسبوع",
    "dangerous": False, "answer_by": "message",
}  # fmt: skip
STEPS = {  # who does a step of a complaint, which action, and what it asks
    "refer": ("manager", "refer", {"referred_to": "النظافة"}),
    "investigate": ("reviewer", "answered", {"answer": "تم رفع المخلفات", "outcome": "remedied"}),
    "reply": ("clerk", "told", {"told_by": "message"}),
}
PAPERS = ("national-id", "proof-of-right", "power-of-attorney")
UPLOADS = 12_000
QUESTIONS = Path(__file__).parents[1] / "src" / "shubbak" / "catalogue" / "tests" / "questions.jsonl"
_CODES = "SELECT unit_id FROM people_staff WHERE number LIKE 'clerk@bench%%' ORDER BY number"
_SCANNED = """
INSERT INTO documents_upload (id, sha256, size, media_type, pages, original_name_sealed, owner_id, uploaded_at)
SELECT bench.key(40 + c.i::int, g), encode(sha256(int8send(g)), 'hex'), 200000, 'image/jpeg', 1, %s, c.id, now()
FROM bench.clerk c, generate_series(%s::int, %s) AS g ON CONFLICT DO NOTHING
"""
_FREE = """
SELECT u.id FROM documents_upload u JOIN bench.clerk c ON c.id = u.owner_id
WHERE c.i = %s AND u.taken_at IS NULL ORDER BY u.id LIMIT 6000
"""
_SPARE = "SELECT count(*), count(*) FILTER (WHERE taken_at IS NULL) FROM documents_upload"
_WAITING = """
SELECT c.number, t.id FROM cases_task t JOIN cases_case c ON c.id = t.case_id
WHERE t.step = %s AND t.state = 'open' AND t.service_key = 'complaint' AND c.unit_id = %s AND c.channel = 'phone'
ORDER BY c.number
"""
_LOADED = """
SELECT number FROM cases_case TABLESAMPLE SYSTEM (2)
WHERE registrar_id IN (SELECT bench.key(5, g) FROM generate_series(0, 2) AS g) LIMIT 5000
"""
_HOUSEKEEPING = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'autovacuum worker'"
_WEIGHTS = (2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_GOVERNORATES = ("01", "02", "03", "04", "11", "12", "13", "14", "15", "16", "17", "18", "19", "21", "22", "23", "24")


class Walks:
    """The questions of one run, on one ground."""

    def __init__(self, server: Server, ground: dict[str, Any]) -> None:
        self.server, self.ground = server, ground
        self.codes = [str(code) for code in self._asked(_CODES)]

    def bring_papers(self) -> None:
        """Files that the clerks have scanned before the clock starts: rows only, nobody opens them."""
        known, free = (count // len(self.codes) for count in self._rows(_SPARE)[0])
        name = bytes.fromhex(self.ground["sealed"]["documents.name"])
        self._do(_SCANNED, [name, known + 1, known + max(0, UPLOADS - free)])

    def wait_for_housekeeping(self) -> None:
        """Let the server clear up after a minute of writing at full speed, before pages are timed beside it."""
        until = time.monotonic() + 120
        while self._rows(_HOUSEKEEPING)[0][0] and time.monotonic() < until:
            time.sleep(0.5)

    def register_copies(self, client: int) -> Iterator[Asked]:
        """A paid service for somebody new, with three scanned papers and an invoice of three lines."""
        found = self._asked(_FREE, [client + 1])
        for i in range(0, len(found) - 2, 3):
            documents = [{"kind": kind, "upload": str(found[i + j])} for j, kind in enumerate(PAPERS)]
            yield self._new(client, "permit-copy", COPY, documents)

    def register_complaints(self, client: int) -> Iterator[Asked]:
        """A service without fee or papers for somebody new."""
        while True:
            yield self._new(client, "complaint", COMPLAINT, [])

    def step(self, name: str) -> Any:
        """Every complaint that waits at a step of the four units, moved on by whoever is to do it."""
        who, action, answers = STEPS[name]

        def asking(client: int) -> Iterator[Asked]:
            rows = self._rows(_WAITING, [name, self.codes[client]])
            body = {"answers": answers, "note": ""}
            for number, task in rows:
                yield "POST", f"/api/v1/cases/{number}/tasks/{task}/{action}", self._key(f"{who}@bench{client}"), body

        return asking

    def look(self, who: str, path: str) -> Any:
        """A page of the desk by somebody signed in, or a list of the API by the holder of a token."""
        seen = {"Cookie": f"sessionid={self.ground['cookies'][who]}", "Accept": "text/html"}
        headers = self._key(who) if path.startswith("/api/") else seen

        def asking(client: int) -> Iterator[Asked]:
            chance = random.Random(client)
            while True:
                words = quote(" ".join(chance.sample(NAMES, 2)))
                key = chance.choice(self.ground["services"])["key"]
                yield "GET", path.replace("NAME", words).replace("SERVICE", key), headers, None

        return asking

    def open_forms(self, client: int) -> Iterator[Asked]:
        """The window with one service after another chosen: its form, papers, fee and dates."""
        chance, token = random.Random(client), secrets.token_hex(16)
        headers = {
            "Cookie": f"sessionid={self.ground['cookies'][f'clerk@bench{client}']}; csrftoken={token}",
            "X-CSRFToken": token, "HX-Request": "true", "Accept": "text/html",
        }  # fmt: skip
        keys = [row["like"] for row in self.ground["services"]]
        while True:
            yield "POST", "/counter/", headers, urlencode({"choose": chance.choice(keys), "kind": "citizen"}).encode()

    def browse(self, path: str) -> Any:
        """Pages of the public guide: SOUGHT becomes a question that people ask, SERVICE a service."""
        questions = [json.loads(line)["ask"] for line in QUESTIONS.read_text("utf-8").splitlines()]
        keys = [row["like"] for row in self.ground["services"]]

        def asking(client: int) -> Iterator[Asked]:
            chance = random.Random(client)
            while True:
                asked = path.replace("SOUGHT", quote(chance.choice(questions))).replace("SERVICE", chance.choice(keys))
                yield "GET", asked, {"Accept-Language": "ar"}, None

        return asking

    def follow(self, client: int) -> Iterator[Asked]:
        """The tracking page of a case chosen at random, as the slip's QR opens it."""
        chance = random.Random(client + 100)
        numbers = [str(number) for number in self._asked(_LOADED)]
        while True:
            yield "GET", f"/T/{chance.choice(numbers)}-{self.ground['code']}", {"Accept-Language": "ar"}, None

    def _new(self, client: int, service: str, answers: dict[str, Any], documents: list[dict[str, str]]) -> Asked:
        body = {
            "service": service, "unit": self.codes[client], "channel": "window" if documents else "phone",
            "applicant": {
                "kind": "citizen", "national_id": national_id(random.randrange(4_000_000)),
                "name": " ".join(random.sample(NAMES, 4)), "mobile": f"010{random.randrange(10**8):08d}",
            },
            "answers": answers, "documents": documents,
        }  # fmt: skip
        return "POST", "/api/v1/cases", self._key(f"clerk@bench{client}"), body

    def _key(self, who: str) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.ground['tokens'][who]}", "Idempotency-Key": str(uuid.uuid4())}

    def _do(self, statement: str, values: list[Any]) -> None:
        with self.server.connect("postgres", "shubbak") as here:
            here.execute(statement, values)

    def _rows(self, statement: str, values: list[Any] | None = None) -> list[tuple[Any, ...]]:
        with self.server.connect("postgres", "shubbak") as here:
            return here.execute(statement, values or []).fetchall()

    def _asked(self, statement: str, values: list[Any] | None = None) -> list[Any]:
        return [row[0] for row in self._rows(statement, values)]


def national_id(count: int) -> str:
    """The `count`-th invented national id: serials 0000 to 0009, which nobody is given, and a true check digit."""
    place, rest = _GOVERNORATES[count % len(_GOVERNORATES)], count // len(_GOVERNORATES)
    birth = date(1945, 1, 1) + timedelta(days=rest // 10 % 20_000)
    body = f"2{birth:%y%m%d}{place}000{rest % 10}"
    total = sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True))
    return body + str((11 - total % 11) % 10)
