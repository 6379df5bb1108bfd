"""People, requests and answers: believable, valid, and the same every time."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random

import pytest

from shubbak.catalogue.reading.folder import HERE, read_folder
from shubbak.demo.persons import invented
from shubbak.demo.replies import replies
from shubbak.demo.requests import DAYS, SERVICES, requests
from shubbak.demo.samples import sample
from shubbak.demo.troupe import PROVINCES, TOWNS, everybody
from shubbak.documents.intake.judge import judge
from shubbak.flow.answers import check, check_fields
from shubbak.flow.definition import ServiceDefinition
from shubbak.people.identifiers import parse, parse_mobile, parse_national_id

DEFINITIONS = {one.service.key: one.service for one in read_folder(HERE)[0]}
TODAY = date(2026, 3, 1)


def test_nobody_twice() -> None:
    """Numbers and mobiles differ, check digits hold, serials lie in the block that is never issued."""
    people = [invented(number, governorate) for governorate in PROVINCES for number in range(0, 9000, 3)]
    assert len({(person.kind, person.number) for person in people}) == len(people)
    for person in people[::37]:
        parse_mobile(person.mobile)
        assert parse(person.kind, person.number).check_ok
        if person.kind == "citizen":
            assert person.number[9:12] == "000"
            assert parse_national_id(person.number).birth <= date(2002, 1, 1)


def test_about_two_thousand_requests() -> None:
    """Enough of every service, in every town, over the whole time."""
    every = [request for town in TOWNS for request in requests(town)]
    assert 1850 <= len(every) <= 2150
    assert set(Counter(request.service for request in every)) == set(SERVICES) == set(DEFINITIONS)
    assert {request.day for request in every} == set(range(DAYS))


def test_one_login_for_each_role_and_place() -> None:
    """No number twice, no role twice at a place."""
    cast = everybody()
    assert len({member.number for member in cast}) == len(cast) == len({(m.role, m.unit) for m in cast})
    named = "clerk cashier reviewer inspector head agency auditor analyst archivist manager department"
    assert {f"{word}@suez" for word in named.split()} | {"designer", "administrator"} <= {m.number for m in cast}


@pytest.mark.parametrize("service", DEFINITIONS.values(), ids=DEFINITIONS)
def test_answers_are_accepted(service: ServiceDefinition) -> None:
    """Whatever chance makes, the form and every action take it."""
    for seed in range(60):
        chance = Random(f"{service.key}/{seed}")
        kind = chance.choice(("citizen", "organisation", "foreigner"))
        facts = {"applicant_kind": kind, "unit_kind": "district", "today": TODAY}
        clean, faults = check(service, replies(service.fields, chance, TODAY), facts)
        assert faults == []
        assert check(service, clean, facts) == (clean, [])
        for step in service.flow.steps.values():
            for action in step.actions:
                assert check_fields(action.fields, replies(action.fields, chance, TODAY), facts)[1] == []


def test_sample_papers_are_papers() -> None:
    """The intake takes them as what they are."""
    assert judge(sample("national-id", "بطاقة الرقم القومي")[1]).media_type == "image/jpeg"
    assert judge(sample("lease", "عقد إيجار")[1]).media_type == "application/pdf"
