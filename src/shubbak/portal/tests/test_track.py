"""Tracking: both the number and the code, and the same answer for every miss."""

from __future__ import annotations

import html
import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.test import Client

from shubbak.cases.models import Case
from shubbak.cases.tests import kiosk
from shubbak.kernel import clock
from shubbak.kernel.ids import case_number

if TYPE_CHECKING:
    from shubbak.cases.tests.town import Town


def look(client: Client, number: str, code: str) -> object:
    return client.post("/track/", {"number": number, "code": code})


def words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split()).replace(" .", ".")


def plain(page: str) -> str:
    return re.sub(r'value="[^"]*"|<input[^>]*csrf[^>]*>', "", page)


def test_number_and_code_open_the_case_however_they_are_typed(town: Town, client: Client) -> None:
    made = town.submit()
    number, code = made.case.number, made.tracking_code
    spaced = number.replace("-", " ").lower().translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    for typed in ((number, code), (spaced, code.lower()), (f" {number} ", f"{code[:4]}-{code[4:]}")):
        answer = look(client, *typed)
        assert (answer.status_code, answer.headers["Location"]) == (302, f"/T/{number}-{code}")
    page = client.get(f"/T/{number}-{code}")
    text = page.content.decode()
    assert page.status_code == 200
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert "<form" not in text
    assert "no-store" in page.headers["Cache-Control"]
    assert number in text and 'aria-current="step"' in text
    assert "سعاد" not in text and "26001010400028" not in text


def test_every_miss_is_answered_alike(town: Town, client: Client) -> None:
    made = town.submit()
    wrong = "ZZZZZZZZ" if made.tracking_code != "ZZZZZZZZ" else "YYYYYYYY"
    absent = case_number("0402", 2019, 999999)
    there, nowhere = look(client, made.case.number, wrong), look(client, absent, made.tracking_code)
    assert there.status_code == nowhere.status_code == 404
    assert plain(there.content.decode()) == plain(nowhere.content.decode())
    assert client.get(f"/T/{made.case.number}-{wrong}").status_code == 404
    assert Case.objects.count() == 1


def test_only_misses_are_held_off(town: Town, client: Client) -> None:
    made = town.submit()
    absent = case_number("0402", 2019, 999999)
    codes = [look(client, absent, "ZZZZZZZZ").status_code for _ in range(22)]
    assert codes[:19] == [404] * 19
    assert codes[-1] == 429
    assert look(client, made.case.number, made.tracking_code).status_code == 302


def test_a_mistyped_number_is_told_at_once(client: Client, db: None) -> None:
    page = look(client, "0402-2026-000001-X", "123")
    assert page.status_code == 422
    text = page.content.decode()
    assert 'href="#id_number"' in text and 'href="#id_code"' in text
    assert 'value="0402-2026-000001-X"' in text
    assert look(client, "", "").status_code == 422


def test_what_must_i_do_now(town: Town, client: Client) -> None:
    made = town.submit()
    case, address = made.case, f"/T/{made.case.number}-{made.tracking_code}"
    assert client.get(address).context["shown"].now.kind == "wait"
    town.do("reviewer", case, "return", note="أحضر شهادة صحية للعاملين", reason="incomplete")
    page = client.get(address)
    assert page.context["shown"].now.kind == "bring"
    town.do("clerk", case, "completed")
    town.do("reviewer", case, "accept")
    town.do("chief", case, "accept", answers={"conditions": "طفاية حريق وتهوية"})
    paying = client.get(address)
    assert paying.context["shown"].now.kind == "pay"
    assert paying.context["shown"].now.amount == town.open(case).invoice.amount
    town.pay(case)
    assert client.get(address).context["shown"].now.kind != "pay"


def test_a_refusal_gives_its_reason(town: Town, client: Client) -> None:
    made = town.submit()
    town.do("reviewer", made.case, "reject", reason="activity-banned")
    page = client.get(f"/T/{made.case.number}-{made.tracking_code}")
    assert page.context["shown"].now.title == "رُفض طلبك"
    assert page.context["case"].reason.ar in page.content.decode()


def test_fees_are_explained_and_moved_days_told(town: Town, client: Client, tmp_path: Path) -> None:
    kiosk.publish(tmp_path)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    with clock.held(datetime(2026, 2, 1, 9, tzinfo=clock.CAIRO)):
        made = kiosk.ask(town)
        address = f"/T/{made.case.number}-{made.tracking_code}"
        waiting = client.get(address)
        assert waiting.context["shown"].promised.stopped
        assert "The count is stopped; when it goes on, 10 working days will be left" in waiting.content.decode()
        clock.advance(timedelta(days=2))
        town.pay(made.case)
        told = words(client.get(address).content.decode())
        assert (
            "It was 15 February 2026 and moved to 17 February 2026. We waited for your payment (2 working days)."
            in told
        )
        assert "Our promise" in told and "A fixed amount" in told
        kiosk.returned(town, made.case)
        clock.advance(timedelta(days=40))
        assert client.get(address).context["shown"].promised.tone == "", "a day that waits for the citizen is not late"


def test_tracking_costs_few_statements(town: Town, client: Client, django_assert_max_num_queries: object) -> None:
    made = town.submit()
    address = f"/T/{made.case.number}-{made.tracking_code}"
    client.get(address)
    with django_assert_max_num_queries(7):  # type: ignore[operator]
        client.get(address)


def test_the_language_is_switched_by_a_link_where_no_form_may_stand(town: Town, client: Client) -> None:
    made = town.submit()
    address = f"/T/{made.case.number}-{made.tracking_code}"
    assert '<html lang="en"' in client.get(address, {"language": "en"}).content.decode()
    assert '<html lang="en"' in client.get(address).content.decode()


def test_a_page_with_a_form_lets_its_origin_be_known(town: Town, client: Client) -> None:
    """Without a referrer a browser sends `Origin: null`, and the guard of forms refuses it."""
    assert client.get("/track/").headers["Referrer-Policy"] == "same-origin"
    missed = client.get("/T/0402-2026-000001-K-ZZZZZZZZ")
    assert "<form" in missed.content.decode()
    assert missed.headers["Referrer-Policy"] == "same-origin"
