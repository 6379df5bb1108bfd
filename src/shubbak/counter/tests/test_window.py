"""The window, over HTTP and without a script."""

from __future__ import annotations

import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from shubbak.cases.models import Case, CaseDocument
from shubbak.cases.tests.town import Town
from shubbak.people.models import Person
from tests import cast

from .conftest import Counter
from .pages import applies, picture, sheet, text_of

PAGE = "/counter/"


def test_only_clerks_see_the_window(town: Town, at_counter: Counter) -> None:
    assert at_counter("clerk").get(PAGE).status_code == 200
    for who in ("cashier", "reviewer", "head", "auditor"):
        assert at_counter(who).get(PAGE).status_code == 404
    assert Client().get(PAGE).headers["Location"].startswith("/staff/sign-in/")
    assert not Case.objects.exists()


def test_a_request_is_registered_and_its_slip_printed(town: Town, at_counter: Counter) -> None:
    clerk = at_counter("clerk")
    answer = clerk.post(PAGE, sheet(do="register"))
    case = Case.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/counter/done/{case.number}/")
    assert (case.channel, case.registrar_id) == ("window", town.clerk.id)
    done = clerk.get(answer.headers["Location"])
    assert case.number in text_of(done) and "Tracking code" in text_of(done)
    [slip] = re.findall(rf"/counter/cases/{case.number}/papers/[0-9a-f-]+/", done.content.decode())
    printed = clerk.get(slip)
    assert printed.headers["Content-Type"] == "application/pdf" and printed.content.startswith(b"%PDF")


def test_a_double_click_or_a_lost_answer_registers_once(town: Town, at_counter: Counter) -> None:
    clerk, typed = at_counter("clerk"), sheet(do="register")
    first = clerk.post(PAGE, typed)
    again = clerk.post(PAGE, typed | {"answers.area": "90"})
    assert again.headers["Location"] == first.headers["Location"]
    assert Case.objects.count() == 1
    other = clerk.post(PAGE, sheet(do="register"))
    assert other.headers["Location"] != first.headers["Location"] and Case.objects.count() == 2


def test_a_script_is_told_where_to_go(town: Town, at_counter: Counter) -> None:
    answer = at_counter("clerk").post(PAGE, sheet(do="register"), headers={"HX-Request": "true"})
    assert answer.status_code == 204 and answer.headers["HX-Redirect"].startswith("/counter/done/")


def test_what_is_missing_is_said_and_what_was_typed_stays(town: Town, at_counter: Counter) -> None:
    typed = sheet(do="register", **{"answers.area": "", "seen.lease": None, "answers.trade_name": "مقهى الميناء"})
    answer = at_counter("clerk").post(PAGE, typed)
    page = answer.content.decode()
    assert answer.status_code == 422 and not Case.objects.exists() and not Person.objects.exists()
    assert 'href="#f-area"' in page and 'href="#at-documents-lease"' in page
    assert 'id="at-documents-lease"' in page and 'id="f-area"' in page
    assert "مقهى الميناء" in page and 'name="key" value="' + typed["key"] in page


def test_fields_papers_and_fees_follow_the_answers(town: Town, at_counter: Counter) -> None:
    clerk = at_counter("clerk")
    small = clerk.post(PAGE, sheet(do="refresh", **{"answers.area": "40"})).content.decode()
    large = clerk.post(PAGE, sheet(do="refresh", **{"answers.area": "120"})).content.decode()
    assert applies(large, "engineering-drawings", "paper") and not applies(small, "engineering-drawings", "paper")
    assert "300.00" in small and "600.00" in large
    grocer = clerk.post(PAGE, sheet(do="refresh", **{"answers.activity": "grocery"})).content.decode()
    assert applies(small, "seats") and not applies(grocer, "seats")
    assert 'name="answers.seats" id="f-seats" value="24"' in grocer, "what was typed stays in the page"
    assert "pounds only" in small and "We promise an answer before" in small and "The law allows" in small


def test_a_person_is_found_by_number_name_or_mobile(town: Town, at_counter: Counter) -> None:
    clerk = at_counter("clerk")
    new = text_of(clerk.post(PAGE, {"number": cast.CITIZEN["number"], "do": "find"}))
    assert "New to the register" in new and "Name as on the card" in new
    town.submit()
    found = clerk.post(PAGE, {"number": "٢٦٠٠١٠١٠٤٠٠٠٢٨", "do": "find"})
    assert "In the register" in text_of(found) and "Earlier requests" in text_of(found)
    for written in ("سعاد محمود", cast.CITIZEN["mobile"]):
        page = clerk.post(PAGE, {"number": written, "do": "find"})
        assert "Choose who stands before you" in text_of(page)
    chosen = clerk.post(PAGE, {"number": "سعاد", "person": str(Person.objects.get().pk)})
    assert f'value="{cast.CITIZEN["number"]}"' in chosen.content.decode()


def test_a_wrong_check_digit_warns_and_asks(town: Town, at_counter: Counter) -> None:
    clerk, number = at_counter("clerk"), cast.CITIZEN["number"]
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    page = text_of(clerk.post(PAGE, {"number": wrong, "do": "find"}))
    assert "The last digit does not fit the others" in page and "I read it again" in page
    assert clerk.post(PAGE, sheet(do="register", number=wrong)).status_code == 422
    assert not Case.objects.exists()
    assert clerk.post(PAGE, sheet(do="register", number=wrong, accepted="yes")).status_code == 302


def test_a_service_is_sought_by_its_words(town: Town, at_counter: Counter) -> None:
    clerk = at_counter("clerk")
    listed = text_of(clerk.get("/counter/services/", {"sought": "هدم"}))
    assert "Demolition" in listed and "shop" not in listed.lower()
    taken = text_of(clerk.post(PAGE, {"number": cast.CITIZEN["number"], "sought": "شكوى", "do": "find"}))
    assert "Change the service" in taken
    changed = clerk.post(PAGE, sheet(do="change"))
    assert "Which service" in text_of(changed)


def test_a_file_is_taken_in_and_a_bad_one_refused_with_the_rest_kept(town: Town, at_counter: Counter) -> None:
    clerk = at_counter("clerk")
    scanned = SimpleUploadedFile("عقد.png", picture(), "image/png")
    page = clerk.post(PAGE, sheet(**{"file.lease": scanned, "seen.lease": None})).content.decode()
    [upload] = re.findall(r'name="upload\.lease" value="([0-9a-f-]+)"', page)
    assert "عقد.png" in page
    bad = SimpleUploadedFile("عقد.pdf", b"MZ not a pdf", "application/pdf")
    refused = clerk.post(PAGE, sheet(do="register", **{"file.shop-plan": bad, "upload.lease": upload}))
    assert refused.status_code == 422 and upload in refused.content.decode()
    assert 'href="#at-documents-shop-plan"' in refused.content.decode()
    sent = sheet(do="register", **{"upload.lease": upload, "seen.lease": None})
    assert clerk.post(PAGE, sent).status_code == 302
    assert str(CaseDocument.objects.get(kind="lease").upload_id) == upload
    dropped = clerk.post(PAGE, sheet(drop="lease", **{"upload.lease": upload})).content.decode()
    assert upload not in dropped


def test_the_page_reads_arabic(town: Town, at_counter: Counter) -> None:
    page = text_of(at_counter("clerk", language="ar").post(PAGE, sheet(do="refresh")))
    for word in ("صاحب الطلب", "الرسوم", "جنيه", "نعد بالرد قبل", "لا غير"):
        assert word in page
    assert "Register" not in page
