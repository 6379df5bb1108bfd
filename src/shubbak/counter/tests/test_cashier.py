"""The cashier's pages, over HTTP."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from shubbak.cases.models import Case
from shubbak.cases.tests.town import Town
from shubbak.payments import queries as payments
from shubbak.payments.models import Drawer, Receipt, ReceiptBook
from shubbak.payments.states import ReceiptState
from tests import cast

from .conftest import Counter
from .pages import text_of

HOME = "/counter/cashier/"


@pytest.fixture
def waiting(town: Town) -> Case:
    """A shop licence that waits for its inspection fee."""
    case = town.submit().case
    town.do("reviewer", case, "accept")
    return town.do("chief", case, "accept", answers={"conditions": "طفاية"})


def collecting(town: Town, case: Case, client: Client) -> tuple[str, dict[str, str]]:
    address = f"{HOME}collect/{case.number}/{town.open(case).id}/"
    page = client.get(address).content.decode()
    [key] = re.findall(r'name="key"[^>]*value="([^"]+)"', page)
    [number] = re.findall(r'name="printed_number"[^>]*value="([^"]+)"', page)
    return address, {"key": key, "printed_number": number, "means": "card", "reference": "POS 778"}


def test_an_invoice_is_collected_with_the_next_leaf(town: Town, waiting: Case, at_counter: Counter) -> None:
    cashier = at_counter("cashier")
    home = text_of(cashier.get(HOME))
    assert "000101" in home and waiting.number in home
    address, given = collecting(town, waiting, cashier)
    assert given["printed_number"] == "000101"
    answer = cashier.post(address, given)
    receipt = Receipt.objects.get()
    taken = f"{HOME}receipts/{waiting.number}/{receipt.id}/"
    assert (answer.status_code, answer.headers["Location"]) == (302, taken)
    assert "000101" in text_of(cashier.get(taken)) and town.again(waiting.pk).state != "waiting_payment"
    printed = cashier.get(taken + "print/")
    assert printed.content.startswith(b"%PDF") and printed.headers["Content-Type"] == "application/pdf"
    assert waiting.number not in text_of(cashier.get(HOME))


def test_sent_twice_it_is_collected_once(town: Town, waiting: Case, at_counter: Counter) -> None:
    cashier = at_counter("cashier")
    address, given = collecting(town, waiting, cashier)
    first, again = cashier.post(address, given), cashier.post(address, given)
    assert first.headers["Location"] == again.headers["Location"] and Receipt.objects.count() == 1


def test_wrong_number_unlawful_means_and_missing_reference_are_told(
    town: Town, waiting: Case, at_counter: Counter
) -> None:
    cashier = at_counter("cashier")
    address, given = collecting(town, waiting, cashier)
    wrong = cashier.post(address, given | {"printed_number": "000105"})
    assert wrong.status_code == 422 and "The next printed number is 000101" in text_of(wrong)
    assert "cash" not in re.findall(r'name="means"[^>]*value="(\w+)"', wrong.content.decode())
    assert cashier.post(address, given | {"means": "cash"}).status_code == 422
    assert "Give the reference" in text_of(cashier.post(address, given | {"reference": ""}))
    assert not Receipt.objects.exists() and town.again(waiting.pk).state == "waiting_payment"


def test_nobody_else_collects(town: Town, waiting: Case, at_counter: Counter) -> None:
    address, given = collecting(town, waiting, at_counter("cashier"))
    for who in ("clerk", "reviewer", "chief", "head", "centre", "auditor"):
        assert at_counter(who).post(address, given).status_code == 404
    assert Client().post(address, given).headers["Location"].startswith("/staff/sign-in/")
    assert not Receipt.objects.exists()


def test_a_drawer_is_counted_closed_and_told(town: Town, waiting: Case, at_counter: Counter) -> None:
    cashier = at_counter("cashier")
    town.pay(waiting)
    differs = cashier.post(f"{HOME}drawer/", {"note_100": "5"})
    assert differs.status_code == 422 and "Count again" in text_of(differs)
    answer = cashier.post(f"{HOME}drawer/", {"note_100": "٥", "reason": "زيادة بمحضر"})
    drawer = Drawer.objects.get()
    assert answer.headers["Location"] == f"{HOME}statements/{drawer.id}/" and drawer.difference == 500
    told = text_of(cashier.get(answer.headers["Location"]))
    assert "000101" in told and "زيادة بمحضر" in told and "Card (POS)" in told
    assert at_counter("clerk").get(answer.headers["Location"]).status_code == 404
    opened = cashier.post(f"{HOME}drawer/", {"unit": cast.DISTRICT, "note_5000": "4"})
    assert opened.headers["Location"] == HOME
    view = payments.open_drawer(staff_id=town.cashier.id)
    assert view is not None and str(view.opening) == "200.00"


def test_a_supervisor_voids_and_the_case_waits_again(town: Town, waiting: Case, at_counter: Counter) -> None:
    receipt = town.pay(waiting)
    centre, address = at_counter("centre"), f"{HOME}day/void/{receipt.id}/"
    assert address in centre.get(f"{HOME}day/").content.decode()
    assert at_counter("cashier").post(address, {"reason": "خطأ"}).status_code == 404
    assert centre.post(address, {"reason": ""}).status_code == 422
    assert centre.post(address, {"reason": "خطأ في الطباعة"}).status_code == 302
    assert Receipt.objects.get().state == ReceiptState.VOID and town.again(waiting.pk).state == "waiting_payment"
    assert "خطأ في الطباعة" in text_of(centre.get(f"{HOME}day/"))
    assert town.pay(town.again(waiting.pk)).printed_number == "000102"


def test_books_are_received_handed_over_and_their_leaves_spoiled(town: Town, at_counter: Counter) -> None:
    centre, books = at_counter("centre"), f"{HOME}books/"
    given = {
        "unit": cast.DISTRICT,
        "series": "ب",
        "book_number": "3",
        "first_number": "000701",
        "last_number": "000800",
    }
    assert centre.post(books, given).status_code == 302
    assert centre.post(books, given).status_code == 422
    book = ReceiptBook.objects.get(series="ب")
    assert centre.post(f"{books}{book.id}/assign/", {"staff": str(town.cashier.id)}).status_code == 302
    assert centre.post(f"{books}{book.id}/assign/", {"staff": str(town.clerk.id)}).status_code == 422
    assert centre.post(f"{books}{book.id}/spoil/", {"reason": "ممزقة"}).status_code == 302
    book.refresh_from_db()
    assert (book.holder_id, book.next_number) == (town.cashier.id, 702)
    assert at_counter("cashier").get(books).status_code == 404


def test_the_auditor_reads_the_day_and_changes_nothing(town: Town, waiting: Case, at_counter: Counter) -> None:
    receipt = town.pay(waiting)
    auditor, day = at_counter("auditor"), f"{HOME}day/?unit={cast.DISTRICT}"
    page = auditor.get(day)
    assert receipt.printed_number in text_of(page) and "/void/" not in page.content.decode()
    assert auditor.get(f"{HOME}statements/{receipt.drawer_id}/").status_code == 200
    for address in (f"{HOME}day/void/{receipt.id}/", f"{HOME}books/"):
        assert auditor.post(address, {"reason": "خطأ"}).status_code == 404
    for who in ("chief", "reviewer", "clerk"):
        assert at_counter(who).get(day).status_code == 404
    assert Receipt.objects.get().state == ReceiptState.ISSUED
