"""A small town for stories about cases: its staff, its drawer and book, its catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from shubbak.cases.actions import Applicant, Paper, Submitted, act, submit, take_payment
from shubbak.cases.models import Case, Task
from shubbak.catalogue.actions import load
from shubbak.catalogue.queries import forget_catalogue
from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.payments.actions import assign_book, open_drawer, receive_book
from shubbak.places.actions import load_places
from tests import cast

# Long enough ago for every story that begins in the past.
HIRED = datetime(2026, 1, 4, 9, tzinfo=clock.CAIRO)
SHOP = {
    "trade_name": "كافيه المينا",
    "activity": "cafe",
    "shop_address": "شارع الكورنيش 3",
    "location_class": "capital",
    "area": "80",
    "seats": "24",
    "late_hours": True,
    "workers": "5",
    "building_licensed": True,
    "capacity": "tenant",
    "tax_card": "100-531-385",
}
SHOP_PAPERS = (
    "national-id",
    "commercial-register",
    "lease",
    "tax-card-copy",
    "shop-plan",
    "health-certificates",
    "insurance-proof",
)


@dataclass
class Town:
    """Staff by the name before the at sign of their number."""

    staff: dict[str, Actor]

    def __getattr__(self, name: str) -> Actor:
        return self.staff[f"{name}@suez"]

    def submit(self, service: str = "shop-licence", **changes: Any) -> Submitted:
        """A request by the citizen of the cast at the district's window."""
        given: dict[str, Any] = {
            "by": self.clerk,
            "service": service,
            "unit": cast.DISTRICT,
            "channel": "window",
            "applicant": Applicant(**cast.CITIZEN),
            "answers": SHOP,
            "documents": [Paper(kind, seen_original=True) for kind in SHOP_PAPERS],
        }
        return submit(**{**given, **changes})

    def do(self, who: str, case: Case, action: str, **given: Any) -> Case:
        """Do an action of the one task that is open at a step which has it."""
        task = self.open(case)
        return act(by=self.staff[f"{who}@suez"], case_id=case.id, task_id=task.id, action=action, **given)

    def pay(self, case: Case, means: str = "card") -> Any:
        """Pay what the case waits for, exactly."""
        task = self.open(case)
        amount = task.invoice.amount
        return take_payment(by=self.cashier, case_id=case.id, means=means, amount=amount, reference="POS 12")

    def open(self, case: Case) -> Task:
        """The case's one open task."""
        return Task.objects.select_related("invoice").get(case=case, state="open")

    def again(self, case_id: UUID) -> Case:
        """The case as it is stored now."""
        return Case.objects.get(pk=case_id)

    def receipts(self, case: Case) -> list[Any]:
        """The case's receipts in force, oldest first."""
        from shubbak.payments.queries import invoices

        found = [r for i in invoices(subject_ids=[case.id]) for r in i.receipts if r.state == "issued"]
        return sorted(found, key=lambda r: r.at)

    def again_by_number(self, number: str) -> Case:
        """The case of a number that a page showed."""
        return Case.objects.get(number=number)


def build() -> Town:
    """The town, ready to work."""
    load_places()
    forget_catalogue()
    load()
    with clock.held(HIRED):
        staff = cast.hire(*cast.STAFF)
    centre, cashier = staff["centre@suez"], staff["cashier@suez"]
    book = receive_book(
        by=centre, unit=cast.DISTRICT, series="أ", book_number=1, first_number="000101", last_number="000200"
    )
    assign_book(by=centre, book_id=book.id, staff_id=cashier.id)
    open_drawer(by=cashier, unit=cast.DISTRICT, count={})
    return Town(staff)
