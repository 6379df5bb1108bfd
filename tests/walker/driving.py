"""One case driven along a path over the API, with the database, the books and the papers looked at after every move."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.test import Client

from shubbak.cases.actions import sweep
from shubbak.cases.answers import Answers
from shubbak.cases.models import Case, Task
from shubbak.flow.answers import check_fields, documents_needed
from shubbak.flow.definition import Field, ServiceDefinition
from shubbak.flow.fees import due_total
from shubbak.kernel import clock
from shubbak.kernel.money import Money, total
from shubbak.payments.models import Invoice, Receipt
from shubbak.payments.queries import lawful_means
from shubbak.places import queries as places
from tests import cast

from .answering import UPLOAD, Request
from .crew import Crew, Hand, post_of
from .planning import Edge, Move

ROOT = "/api/v1"
MORNING = time(9, 0)
NUMBERS = {"citizen": "national_id", "foreigner": "passport", "organisation": "commercial_register"}


def morning(request: Request) -> datetime:
    """When the request is made."""
    return datetime.combine(request.day, MORNING, clock.CAIRO)


class Astray(AssertionError):
    """The walk went elsewhere than planned: which service, by which path, and what was answered."""


@dataclass(frozen=True, slots=True)
class Walked:
    """A case that came to its end; `forestalled` are the steps that could not lapse, because silence spoke before."""

    number: str
    code: str
    case: Case
    forestalled: tuple[str, ...] = ()


class Driver:
    """Drives the cases of one service; `applicant` counts up so that everybody asks for herself. `hands_in` tries a
    paper as a file too, which costs as much as ten acts."""

    def __init__(self, crew: Crew, service: ServiceDefinition, *, applicant: int, hands_in: bool = False) -> None:
        self.crew, self.service = crew, service
        self.applicant, self.hands_in = applicant, hands_in
        self.client = Client(raise_request_exception=False)
        self.requests = 0

    def drive(self, request: Request, path: list[Edge], *, carefully: bool = False) -> Walked:
        """Submit and make every move of `path`, under a clock held at `morning(request)`.

        `carefully` brings every paper asked for, and looks at each page before acting.
        """
        self.crew.staff(self.service, places.unit(request.unit))
        return _Walk(self, request, path, carefully=carefully).walked()

    def person(self, kind: str) -> dict[str, Any]:
        """Somebody of this kind who is nobody."""
        number = {
            "citizen": cast.national_id(self.applicant),
            "foreigner": f"A{self.applicant:08d}",
            "organisation": f"السويس/{100000 + self.applicant}",
        }[kind]
        return {"kind": kind, NUMBERS[kind]: number, "name": f"صاحب الطلب {self.applicant}", "mobile": "01000000078"}

    def call(self, hand: Hand | None, method: str, path: str, body: Any = None, **more: Any) -> tuple[int, Any]:
        """A request of the API: its status and its answer."""
        self.requests += 1
        headers = {"Accept-Language": "en", "Idempotency-Key": str(uuid.uuid4())}
        if hand is not None:
            headers["Authorization"] = f"Bearer {hand.token}"
        sent: dict[str, Any] = {"headers": headers, **more}
        if method == "post" and not more:
            sent |= {"data": json.dumps(body or {}), "content_type": "application/json"}
        answer = getattr(self.client, method)(ROOT + path, **sent)
        content = b"".join(answer) if answer.streaming else answer.content
        return answer.status_code, json.loads(content) if "json" in answer.headers["Content-Type"] else content

    def upload(self, hand: Hand) -> str:
        """A fresh file, handed in."""
        from shubbak.documents.tests.pieces import pdf

        status, told = self.call(hand, "post", "/uploads?name=paper.pdf", data=pdf(), content_type="application/pdf")
        assert status == 201, told
        return str(told["id"])


class _Walk:
    def __init__(self, driver: Driver, request: Request, path: list[Edge], *, carefully: bool) -> None:
        self.driver, self.request, self.path, self.carefully = driver, request, path, carefully
        self.service, self.crew = driver.service, driver.crew
        self.home = places.unit(request.unit)
        self.clerk = self.crew.clerk(request.unit)
        self.facts = request.facts()
        self.made: list[str] = []
        self.number = self.code = ""
        self.case = Case()

    def walked(self) -> Walked:
        self._submit()
        for edge in self.path:
            clock.advance(timedelta(minutes=1))
            self.made.append(str(edge.move))
            getattr(self, f"_{edge.move.kind}")(edge.move)
            if self._forestalled(edge.move):
                return Walked(self.number, self.code, self.case, (edge.move.step,))
            self._stands(edge)
        self._ended()
        return Walked(self.number, self.code, self.case)

    def _forestalled(self, move: Move) -> bool:
        """Whether silence decided before the citizen's time was over."""
        if move.kind == "lapse":
            self._look()
        return move.kind == "lapse" and self.case.state != "lapsed" and bool(self.case.decided_by_law)

    def astray(self, what: str, told: Any = "") -> Astray:
        path = " → ".join(["submit", *self.made])
        answers = json.dumps(self.request.answers, ensure_ascii=False)
        said = told if isinstance(told, (str, bytes)) else json.dumps(told, ensure_ascii=False)
        return Astray(
            f"{self.service.key} ({self.request.example}) at {path}: {what}\n{said!s:.1500}\nanswers {answers}"
        )

    # -- the moves ---------------------------------------------------------

    def _submit(self) -> None:
        answers = self._given(self.service.fields, self.request.answers, self.clerk)
        body = {
            "service": self.service.key,
            "unit": self.request.unit,
            "channel": "window",
            "applicant": self.driver.person(self.request.applicant),
            "answers": answers,
            "documents": self._papers(answers),
        }
        status, told = self.driver.call(self.clerk, "post", "/cases", body)
        if status != 201:
            raise self.astray(f"the API answered {status}", told)
        self.number, self.code = told["number"], told["tracking_code"]
        self.clerk.acts[self.number] = [("", "front")]
        self._look()
        self.facts |= Answers.opened(self.case.answers_sealed).form

    def _act(self, move: Move) -> None:
        task = self._task(move.step)
        step = self.service.step(move.step)
        action = step.action(move.action)
        assert action is not None
        hand = self._hand(task)
        given = self._given(action.fields, move.answers, hand)
        body: dict[str, Any] = {"answers": given, "note": "ينقص توضيح" if action.kind == "return" else ""}
        if action.reasons:
            body["answers"] = {**given, "reason": action.reasons[0]}
        if self.carefully:
            self._offered(hand, task, move.action)
        status, told = self.driver.call(hand, "post", f"/cases/{self.number}/tasks/{task.id}/{move.action}", body)
        if status != 200:
            raise self.astray(f"the API answered {status} to {hand.number}", told)
        duty = "front" if step.kind == "citizen" else step.duty or ""
        hand.acts.setdefault(self.number, []).append((step.key, duty))
        self.facts |= check_fields(action.fields, given, self.facts)[0]

    def _pay(self, move: Move) -> None:
        task = self._task(move.step)
        step = self.service.step(move.step)
        owed = Money(Invoice.objects.get(pk=task.invoice_id).total)
        expected = due_total(self.service, step.fee_set or "", {**self.facts, "today": clock.today()})
        if owed != expected:
            raise self.astray(f"{owed} pounds are owed, the definition says {expected}")
        hand = self._hand(task)
        body = {"means": lawful_means(owed, clock.today())[-1], "amount": str(owed), "reference": "POS 12"}
        status, told = self.driver.call(hand, "post", f"/cases/{self.number}/payments", body)
        if status != 201:
            raise self.astray(f"the API answered {status} to {hand.number}", told)
        hand.acts.setdefault(self.number, []).append((step.key, "collect"))
        self.facts["paid"] = True

    def _silence(self, move: Move) -> None:
        row = next((row for row in self.case.limits if row["key"] == move.action), None)
        if row is None or not row["due"]:
            raise self.astray(f"the limit {move.action} does not run", self.case.limits)
        self._wait_past(date.fromisoformat(row["due"]))

    def _lapse(self, move: Move) -> None:
        due = self._task(move.step).due_on
        if due is None:
            raise self.astray("nothing is due")
        self._wait_past(due)

    def _withdraw(self, move: Move) -> None:
        status, told = self.driver.call(self.clerk, "post", f"/cases/{self.number}/withdrawal", {"note": "عدل عنه"})
        if status != 200:
            raise self.astray(f"the API answered {status}", told)

    def _wait_past(self, day: date) -> None:
        """Nobody does anything until the morning after; then the clock acts."""
        morning = datetime.combine(day + timedelta(days=1), MORNING, clock.CAIRO)
        if morning > clock.now():
            clock.advance(morning - clock.now())
        sweep()

    # -- what is looked at ---------------------------------------------------

    def _look(self) -> None:
        self.case = Case.objects.select_related("unit").get(number=self.number)

    def _stands(self, edge: Edge) -> None:
        """The case stands where the engine said: the same steps open, or the same end."""
        self._look()
        if edge.to is None:
            if self.case.state != edge.ends:
                raise self.astray(f"it should have ended {edge.ends} and is {self.case.state}")
            return
        wanted = sorted(token.step for token in edge.to.position.tokens if not token.parked)
        found = sorted(task.step for task in self._open())
        if (wanted, edge.to.position.state) != (found, self.case.state):
            raise self.astray(f"it should stand at {wanted} and stands at {found}, {self.case.state}")

    def _ended(self) -> None:
        """Nothing is left open, and every pound that was billed was taken or given up."""
        if self._open():
            raise self.astray("it ended with open tasks")
        bills = list(Invoice.objects.filter(subject_id=self.case.pk))
        if any(bill.state == "open" for bill in bills):
            raise self.astray("it ended with an open invoice")
        if self.case.wakes_on is not None:
            raise self.astray(f"it ended and would wake on {self.case.wakes_on}")

    def _open(self) -> list[Task]:
        return list(Task.objects.filter(case=self.case, state="open"))

    def _task(self, step: str) -> Task:
        found = next((task for task in self._open() if task.step == step), None)
        if found is None:
            raise self.astray(f"no task is open at {step}")
        return found

    def _hand(self, task: Task) -> Hand:
        """Who does it: whom the draw chose, else the first of the post who is free to."""
        step = self.service.step(task.step)
        if task.draw is not None:
            if task.assignee_id is None:
                raise self.astray(f"nobody was drawn for {task.step}", task.draw)
            return self.crew.by_id[task.assignee_id]
        post = post_of(self.service, step, self.home)
        hand = next(self.crew.for_step(self.number, step, post), None)
        if hand is None:
            raise self.astray(f"nobody may do {task.step}")
        return hand

    def _offered(self, hand: Hand, task: Task, action: str) -> None:
        """The action stands among those that whoever acts is offered."""
        status, told = self.driver.call(hand, "get", f"/cases/{self.number}")
        if status != 200:
            raise self.astray(f"the API shows {hand.number} no case", told)
        offered = [one["key"] for row in told["tasks"] if row["id"] == str(task.id) for one in row["actions"]]
        if action not in offered:
            raise self.astray(f"{hand.number} is offered {offered}, not {action}")

    def _given(self, fields: tuple[Field, ...], answers: Mapping[str, Any], hand: Hand) -> dict[str, Any]:
        """The answers with real files and real earlier numbers in the place of what stands for them."""
        found = dict(answers)
        for one in fields:
            if one.kind == "file" and found.get(one.key) == UPLOAD:
                found[one.key] = self.driver.upload(hand)
        return found

    def _papers(self, answers: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Those that are required; carefully, all that are asked for, the first as a file where files are tried."""
        needed = documents_needed(self.service, answers, self.facts)
        papers = [{"kind": one.kind.key, "seen_original": True} for one in needed if self.carefully or one.required]
        if self.carefully and self.driver.hands_in and papers:
            papers[0] = {"kind": papers[0]["kind"], "upload": self.driver.upload(self.clerk)}
        return papers


def balance(case: Case) -> tuple[Money, Money]:
    """What was billed and not given up, and what was taken."""
    bills = [Money(bill.total) for bill in Invoice.objects.filter(subject_id=case.pk).exclude(state="cancelled")]
    taken = Receipt.objects.filter(invoice__subject_id=case.pk, state="issued").values_list("amount", flat=True)
    return total(bills), total([Money(amount) for amount in taken])
