"""`python -m bench.inside GROUND`: how many SQL statements each request sends; how long searching and printing take."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from shubbak.config.running.session import database

from .walks import COMPLAINT, COPY, PAPERS, STEPS, national_id

CONTROL = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")
KNOWN = national_id(3_999_999)
NAME = "سعاد محمود إبراهيم السويسي"
Ready = Callable[[], Any]


def main() -> None:
    """One line of JSON: `{"statements": {request: count}, "milliseconds": {work: median}, "catalogue": seconds}`."""
    ground = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    with database():
        from django.conf import settings

        settings.ALLOWED_HOSTS = ["testserver"]
        inside = Inside(ground)
        statements = inside.statements()
        spent = inside.search() | inside.print_slips()
        print(json.dumps({"statements": statements, "milliseconds": spent, "catalogue": inside.load_catalogue()}))


class Inside:
    """Requests through the whole of Django, without a server between."""

    def __init__(self, ground: dict[str, Any]) -> None:
        from django.test import Client

        self.ground, self.client = ground, Client(raise_request_exception=False)
        self.staff = {number: uuid.UUID(key) for number, key in ground["staff"].items()}

    def statements(self) -> dict[str, int]:
        """Each request twice; the second is counted, when what a process learns once is known."""
        from shubbak.people.models import Staff

        unit = Staff.objects.get(number="clerk@bench0").unit_id
        counted: dict[str, int] = {}
        for service, answers in (("permit-copy", COPY), ("complaint", COMPLAINT)):
            for _ in range(2):
                counted[f"register {service}"] = self._count(self._register(unit, service, answers))
        for step in STEPS:
            for _ in range(2):
                counted[f"step {step}"] = self._count(self._step(unit, step))
        for name, who, path in (
            ("inbox, a department of a unit", "reviewer@bench0", "/desk/queue/"),
            ("inbox, a governorate", "head@bench", "/desk/all/"),
        ):
            for _ in range(2):
                counted[name] = self._count(self._page(path, who))
        number = self._numbers("", 1)[0]
        for _ in range(2):
            counted["tracking page"] = self._count(self._page(f"/T/{number}-{self.ground['code']}"))
        return counted

    def search(self) -> dict[str, float]:
        """The clerk's search for a person."""
        from shubbak.kernel.actor import SYSTEM
        from shubbak.people.actions import register_person
        from shubbak.people.queries import actor_of_staff, search_people

        register_person(by=SYSTEM, kind="citizen", number=KNOWN, name=NAME, mobile="01099999999")
        clerk = actor_of_staff("clerk@bench0")
        asked = {
            "search by national id": KNOWN, "search by mobile": "01099999999",
            "search by a name's beginning": "محمد أحمد محمود", "search by words in any order": "السويسي فاطمة علي",
            "search by a name misspelt": "ابراهييم الشازلي رنيا",
        }  # fmt: skip
        return {name: _median(lambda text=text: search_people(by=clerk, text=text)) for name, text in asked.items()}

    def print_slips(self) -> dict[str, float]:
        """First reading of a slip: issued, filled, composed with its QR, sealed and kept; then reading it again."""
        from shubbak.cases.actions import show_slip
        from shubbak.cases.models import Case
        from shubbak.documents.queries import paper_pdf
        from shubbak.people.queries import actor_of_staff

        clerk = actor_of_staff("clerk@bench0")
        unread = Case.objects.filter(path__contains=f"/{self._unit()}/", service_key="permit-copy", papers__isnull=True)
        cases = list(unread.order_by("-submitted_at")[:30])
        papers = [show_slip(by=clerk, case_id=case.id) for case in cases]
        first = median(_timed(lambda paper=paper: paper_pdf(paper)) for paper in papers)
        again = median(_timed(lambda paper=paper: paper_pdf(paper)) for paper in papers)
        return {"slip as PDF, first reading": first, "slip as PDF, again": again}

    def load_catalogue(self) -> float:
        """Seconds to read, judge and publish every shipped service, each changed by a word; taken back afterwards."""
        from django.db import transaction

        from shubbak.catalogue.actions.load import SHIPPED, load

        left = shutil.ignore_patterns("*.py", "__pycache__", "tests")
        with tempfile.TemporaryDirectory() as folder, transaction.atomic():
            shutil.copytree(SHIPPED, folder, ignore=left, dirs_exist_ok=True)
            for file in Path(folder, "services").rglob("*.yaml"):
                file.write_text(file.read_text("utf-8").replace("keywords: [", "keywords: [قياس, ", 1), "utf-8")
            begun = time.perf_counter()
            published = load(folder)
            spent = time.perf_counter() - begun
            transaction.set_rollback(True)
        if len(published) < 300:
            raise SystemExit(f"only {len(published)} services were new")
        return spent

    def _register(self, unit: str, service: str, answers: dict[str, Any]) -> Ready:
        from shubbak.documents.models import Upload

        free = Upload.objects.filter(owner_id=self.staff["clerk@bench0"], taken_at=None).order_by("-id")[:3]
        uploads = [str(key) for key in free.values_list("id", flat=True)] if service == "permit-copy" else []
        body = {
            "service": service, "unit": unit, "channel": "window", "answers": answers,
            "applicant": {"kind": "citizen", "national_id": national_id(uuid.uuid4().int % 3_999_999), "name": NAME},
            "documents": [{"kind": kind, "upload": key} for kind, key in zip(PAPERS, uploads, strict=False)],
        }  # fmt: skip
        return lambda: self._post("/api/v1/cases", "clerk@bench0", body)

    def _step(self, unit: str, step: str) -> Ready:
        from shubbak.cases.models import Task

        who, action, answers = STEPS[step]
        waiting = Task.objects.filter(step=step, state="open", acting_unit=unit, service_key="complaint")
        task = waiting.select_related("case").filter(case__registrar_id=self.staff["clerk@bench0"]).first()
        if task is None:
            raise SystemExit(f"no complaint waits at {step}")
        path = f"/api/v1/cases/{task.case.number}/tasks/{task.id}/{action}"
        return lambda: self._post(path, f"{who}@bench0", {"answers": answers, "note": ""})

    def _page(self, path: str, who: str = "") -> Ready:
        if who:
            self.client.cookies["sessionid"] = self.ground["cookies"][who]
        return lambda: self.client.get(path)

    def _post(self, path: str, who: str, body: dict[str, Any]) -> Any:
        headers = {"Authorization": f"Bearer {self.ground['tokens'][who]}", "Idempotency-Key": str(uuid.uuid4())}
        return self.client.post(path, body, content_type="application/json", headers=headers)

    def _count(self, ready: Ready) -> int:
        """The statements a request sends, without those that only begin and end transactions."""
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as sent:
            answer = ready()
        if answer.status_code >= 300:
            raise SystemExit(f"{answer.request['PATH_INFO']}: {answer.status_code} {answer.content[:300]!r}")
        return len([q for q in sent.captured_queries if not q["sql"].upper().startswith(CONTROL)])

    def _numbers(self, service: str, most: int) -> list[str]:
        from shubbak.cases.models import Case

        rows = Case.objects.filter(unit__code=self._unit())
        if service:
            rows = rows.filter(service_key=service, registrar_id=self.staff["clerk@bench0"])
        else:
            rows = rows.filter(code_sealed=bytes.fromhex(self.ground["sealed"]["cases.code"]))
        return list(rows.values_list("number", flat=True)[:most])

    def _unit(self) -> str:
        from shubbak.people.models import Staff

        return str(Staff.objects.get(number="clerk@bench0").unit_id)


def _median(act: Callable[[], object]) -> float:
    return median(_timed(act) for _ in range(7))


def _timed(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    main()
