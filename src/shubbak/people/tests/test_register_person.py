"""One person, one record: found again however the number is typed, never overwritten."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from shubbak.kernel.actor import SYSTEM, Actor, ActorKind
from shubbak.kernel.ids import uuid7
from shubbak.kernel.keys import ring
from shubbak.kernel.refusal import Invalid, NotThere, Refusal
from shubbak.people import queries
from shubbak.people.actions import change_mobile, correct_name, register_person
from shubbak.people.models import Person, PersonNumber
from shubbak.trail.models import Entry

SUAD = {"kind": "citizen", "number": "29911090400063", "name": "سعاد محمود إبراهيم", "mobile": "01012344567"}
NOBODY = Actor(uuid7(), ActorKind.STAFF, (), 2)


def acts() -> list[str]:
    return list(Entry.objects.filter(act__startswith="people.person").values_list("act", flat=True))


@pytest.mark.parametrize(
    "typed", ["29911090400063", "٢٩٩١١٠٩٠٤٠٠٠٦٣", "۲۹۹۱۱۰۹۰۴۰۰۰۶۳", "2 991109 04 0006 3", "\u200f29911090400063"]
)
def test_the_same_person_is_found_by_any_digits(clerk: Any, typed: str) -> None:
    first = register_person(by=clerk, **SUAD)
    again = register_person(by=clerk, **{**SUAD, "number": typed, "name": "اسم آخر", "mobile": "01099999999"})
    assert (again.pk, again.name) == (first.pk, "سعاد محمود إبراهيم")
    assert queries.mobile_of(Person.objects.get()) == "01012344567"
    assert acts() == ["people.person_registered"]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ({"kind": "foreigner", "number": "A1234567", "name": "John Smith"}, "foreigner"),
        ({"kind": "organisation", "number": "السويس/104217", "name": "شركة الخليج"}, "organisation"),
        ({"kind": "tax_number", "number": "100-531-385", "name": "شركة القناة"}, "organisation"),
        ({"kind": "national_id", "number": "28503150100019", "name": "كريم عادل"}, "citizen"),
    ],
)
def test_foreigners_and_organisations_have_their_own_numbers(clerk: Any, words: dict[str, str], kind: str) -> None:
    person = register_person(by=clerk, **words)
    assert person.kind == kind
    assert queries.person_by_number(kind=words["kind"], number=words["number"]) == person


def test_a_wrong_check_digit_asks_and_does_not_block(clerk: Any) -> None:
    wrong = {**SUAD, "number": "29911090400064"}
    with pytest.raises(Refusal) as asked:
        register_person(by=clerk, **wrong)
    assert (asked.value.code, Person.objects.count()) == ("check_digit", 0)
    person = register_person(by=clerk, accept_check_digit=True, **wrong)
    assert not queries.person_view(clerk, person).check_ok
    assert register_person(by=clerk, **wrong) == person


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"number": "123"}, "national_id_length"),
        ({"name": " "}, "name"),
        ({"name": "ـــ"}, "name"),
        ({"name": "\u202e\u200b"}, "name"),
        ({"name": "ﷺ" * 12}, "name"),
        ({"mobile": "0123"}, "mobile"),
        ({"kind": "ghost"}, "number_kind"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(clerk: Any, wrong: dict[str, str], code: str) -> None:
    with pytest.raises(Invalid) as refused:
        register_person(by=clerk, **{**SUAD, **wrong})
    assert (refused.value.code, Person.objects.count(), acts()) == (code, 0, [])


def test_of_a_name_what_can_be_seen_is_kept(clerk: Any) -> None:
    person = register_person(by=clerk, **{**SUAD, "name": "سعاد\u202e\tمحمود\u200b\x07"})
    assert Person.objects.get().name == "سعاد محمود"
    correct_name(by=clerk, person=person, name="\u2066سعاد\nإبراهيم\u2069")
    assert Person.objects.get().name == "سعاد إبراهيم"
    with pytest.raises(Invalid):
        correct_name(by=clerk, person=person, name="ﷺ" * 12)


def test_whoever_does_not_receive_citizens_registers_nobody(country: None) -> None:
    with pytest.raises(NotThere):
        register_person(by=NOBODY, **SUAD)
    assert Person.objects.count() == 0


def test_nothing_personal_is_stored_in_the_clear(clerk: Any) -> None:
    register_person(by=clerk, **SUAD)
    with connection.cursor() as cursor:
        cursor.execute("SELECT p::text, n::text FROM people_person p JOIN people_personnumber n ON n.person_id = p.id")
        rows = str(cursor.fetchall())
    entry = Entry.objects.get(act="people.person_registered")
    for secret in ("29911090400063", "01012344567", b"29911090400063".hex(), b"01012344567".hex()):
        assert secret not in rows
        assert secret not in str(entry.facts)
    assert SUAD["name"] not in str(entry.facts)


def test_a_known_person_costs_one_statement_and_a_new_one_three(clerk: Any) -> None:
    with CaptureQueriesContext(connection) as new:
        register_person(by=clerk, **SUAD)
    with CaptureQueriesContext(connection) as known:
        register_person(by=clerk, **SUAD)
    assert len(known) == 1
    assert sum("SAVEPOINT" not in statement["sql"] for statement in new) == 3


def test_a_family_may_share_a_mobile(clerk: Any) -> None:
    register_person(by=clerk, **SUAD)
    register_person(by=clerk, **{**SUAD, "number": "28503150100019", "name": "كريم عادل"})
    assert PersonNumber.objects.filter(kind="mobile").count() == 2


def test_two_windows_that_register_one_person_at_once_make_one_record(live: None) -> None:
    def register(_: int) -> Any:
        with transaction.atomic():
            person = register_person(by=SYSTEM, **SUAD)
        connection.close()
        return person.pk

    with ThreadPoolExecutor(4) as windows:
        assert len(set(windows.map(register, range(8)))) == 1
    assert (Person.objects.count(), PersonNumber.objects.count()) == (1, 2)


def test_a_mobile_changes_and_the_old_one_finds_nobody(clerk: Any) -> None:
    person = register_person(by=clerk, **SUAD)
    change_mobile(by=clerk, person=person, mobile="٠١١٢٣٤٥٦٧٨٩")
    assert [len(queries.search_people(by=clerk, text=text)) for text in ("01012344567", "01123456789")] == [0, 1]
    assert queries.mobile_of(Person.objects.get()) == "01123456789"


def test_a_name_is_corrected_and_the_trail_keeps_a_commitment(clerk: Any) -> None:
    person = register_person(by=clerk, **SUAD)
    correct_name(by=clerk, person=person, name="سعاد  محمود إبراهيم علي")
    assert Person.objects.get().name == "سعاد محمود إبراهيم علي"
    facts = Entry.objects.get(act="people.name_corrected").facts
    assert facts == {"earlier": ring().digest("سعاد محمود إبراهيم", "people.name").value.hex()}
