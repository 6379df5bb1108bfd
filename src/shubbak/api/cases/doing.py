"""What the endpoints of cases do: a request of a program, as a call of the slice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from shubbak.cases.actions import Applicant, Paper, act, submit, take_payment, withdraw
from shubbak.cases.queries import CaseRow, case_key, find_cases
from shubbak.kernel.actor import Actor
from shubbak.kernel.ids import is_case_number
from shubbak.kernel.money import Money
from shubbak.kernel.refusal import Fault, Invalid, NotThere, Refusal
from shubbak.payments.actions import open_drawer
from shubbak.payments.queries import open_drawer as open_drawer_of

from ..answers import moment
from ..problems import renamed
from . import told
from .shapes import Applicant as AskedFor
from .shapes import Deed, Document, NewCase, Payment, Wish

NUMBERS = {"citizen": "national_id", "foreigner": "passport", "organisation": "commercial_register"}


def register_case(by: Actor, asked: NewCase) -> dict[str, Any]:
    """Register a request; faults point into the request."""
    applicant, at = _applicant(asked.applicant)
    try:
        made = submit(
            by=by,
            service=asked.service,
            unit=asked.unit,
            channel=asked.channel,
            applicant=applicant,
            answers=asked.answers,
            documents=_papers(asked.documents),
        )
    except Refusal as refusal:
        names = {"number": at, "name": "applicant.name", "mobile": "applicant.mobile", "check_digit": at}
        raise renamed(refusal, names) from None
    return told.registered(made)


def move(by: Actor, number: str, task_id: UUID, action: str, deed: Deed) -> dict[str, Any]:
    """Do an action of a task; where the case stands then."""
    case = act(
        by=by,
        case_id=_named(number),
        task_id=task_id,
        action=action,
        answers=deed.answers,
        note=deed.note,
        papers=_papers(deed.documents),
    )
    return told.moved(case)


def take_back(by: Actor, number: str, wish: Wish) -> dict[str, Any]:
    """Withdraw the case; where it stands then."""
    return told.moved(withdraw(by=by, case_id=_named(number), note=wish.note))


def collect(by: Actor, number: str, payment: Payment) -> dict[str, Any]:
    """Take what is due; the receipt, and where the case stands then.

    A cashier who collects through a program and has no shift open begins one, with an empty drawer.
    """
    if open_drawer_of(staff_id=by.id) is None:
        open_drawer(by=by, unit=number.partition("-")[0], count={})
    receipt = take_payment(
        by=by,
        case_id=key_of(number),
        means=payment.means,
        amount=_amount(payment.amount),
        printed_number=payment.printed_number,
        reference=payment.reference,
    )
    after = row_of(by, number)
    return {
        "number": after.number,
        "state": after.state,
        "receipt": {
            "id": str(receipt.id),
            "printed_number": receipt.printed_number,
            "amount": str(Money(receipt.amount)),
            "currency": "EGP",
            "means": receipt.means,
            "collected_at": moment(receipt.at),
        },
        "links": told.links(after.number),
    }


def key_of(number: str) -> UUID:
    """The key of a case; the act asks who may see it."""
    key = case_key(number.upper()) if is_case_number(number.upper()) else None
    if key is None:
        raise _no_such_case()
    return key


def _named(number: str) -> str:
    """A number as cases carry it; the act says whether there is such a case."""
    if not is_case_number(number.upper()):
        raise _no_such_case()
    return number.upper()


def _no_such_case() -> NotThere:
    return NotThere("no_such_case", _("There is no such case."))


def row_of(by: Actor, number: str) -> CaseRow:
    """The case of that number, if it is there for `by`; one statement."""
    found = find_cases(by=by, q=number, limit=1).items if is_case_number(number.upper()) else ()
    if not found:
        raise _no_such_case()
    return found[0]


def _applicant(asked: AskedFor) -> tuple[Applicant, str]:
    """The applicant, and where in the request her number stood."""
    name = NUMBERS[asked.kind]
    number: str | None = getattr(asked, name)
    if not number:
        message = _("Give the number that names this kind of applicant.")
        raise Invalid("number", message, faults=[Fault(f"applicant.{name}", "missing", message)])
    return (
        Applicant(asked.kind, number, asked.name, asked.mobile or "", asked.accept_check_digit),
        f"applicant.{name}",
    )


def _papers(documents: Sequence[Document]) -> list[Paper]:
    return [Paper(one.kind, one.upload, one.seen_original) for one in documents]


def _amount(text: object) -> Money:
    try:
        return Money.parse(str(text))
    except ValueError:
        message = _("Give the amount as text with at most two decimals, such as 361.00.")
        raise Invalid("amount", message, faults=[Fault("amount", "amount", message)]) from None
