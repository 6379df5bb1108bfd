"""People, requests and answers: believable, valid, and the same every time."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random

import pytest

from shubbak.demo.demand import MIX
from shubbak.demo.persons import NEVER_ASK, invented
from shubbak.demo.places import PLACES, PROVINCES, SEAT, TOWN, Place
from shubbak.demo.replies import STORIES, Setting, to_action, to_form
from shubbak.demo.replies.deeds import DEEDS
from shubbak.demo.requests import DAYS, requests
from shubbak.demo.samples import sample
from shubbak.demo.troupe import everybody
from shubbak.documents.intake.judge import judge
from shubbak.flow.answers import check, check_fields
from shubbak.flow.definition import Field, ServiceDefinition
from shubbak.kernel.actor import Role
from shubbak.people.identifiers import parse, parse_mobile, parse_national_id
from shubbak.places.tree import every_unit

from .definitions import definitions

ASKED = sorted({service for mix in MIX.values() for service in mix})
KINDS = {unit.code: str(unit.kind) for unit in every_unit()}
TODAY = date(2026, 3, 1)
THE_TWELVE = {
    "site-validity", "building-permit", "demolition", "occupancy-certificate", "shop-licence", "shop-notification",
    "utility-connection", "road-occupancy", "advertisement", "reconciliation", "complaint", "permit-copy",
}  # fmt: skip


def test_nobody_twice() -> None:
    """Numbers and mobiles differ, check digits hold, serials lie in the block that is never issued."""
    people = [invented(number, governorate) for governorate in PROVINCES for number in range(0, NEVER_ASK, 3)]
    assert len({(person.kind, person.number) for person in people}) == len(people)
    for person in people[::37]:
        parse_mobile(person.mobile)
        assert parse(person.kind, person.number).check_ok
        if person.kind == "citizen":
            assert person.number[9:12] == "000"
            assert parse_national_id(person.number).birth <= date(2002, 1, 1)


def test_about_two_thousand_requests() -> None:
    """Enough of every service asked for, at every place, over the whole time; at least a dozen beside the twelve."""
    every = [request for place in PLACES for request in requests(place)]
    assert 1850 <= len(every) <= 2150
    counted = Counter(request.service for request in every)
    assert set(counted) == set(ASKED)
    assert min(counted.values()) >= 10
    assert len(set(ASKED) - THE_TWELVE) >= 12
    assert {request.day for request in every} == set(range(DAYS))


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.tag)
def test_each_asks_where_and_how_it_is_offered(place: Place) -> None:
    """The unit offers the service, by that channel, to that kind of person."""
    assert place.kind == KINDS[place.code] or (place.kind == TOWN and KINDS[place.code] in ("district", "markaz"))
    assert len(requests(place)) >= 40
    for request in requests(place):
        service = definitions()[request.service]
        assert KINDS[place.code] in service.offered_by
        assert request.channel in service.channels
        assert request.applicant.kind in service.applicants or "anybody" in service.applicants


def test_one_login_for_each_number() -> None:
    """No number twice; every role at every place that receives; the logins that the guides name."""
    cast = everybody()
    assert len({member.number for member in cast}) == len(cast)
    held = {(member.role, unit) for member in cast for unit, _ in member.over}
    local = set(Role) - {Role.AGENCY_REVIEWER, Role.ANALYST, Role.AUDITOR, Role.DESIGNER, Role.ADMINISTRATOR}
    assert {(role, place.code) for role in local for place in PLACES} <= held
    named = "clerk cashier reviewer inspector department head archivist manager auditor analyst"
    assert {f"{word}@suez" for word in f"{named} agency utilities heritage partner signer".split()} <= {
        member.number for member in cast
    }
    assert {"clerk@suez-seat", "head@beheira-seat", "designer", "administrator"} <= {member.number for member in cast}


def settings(service: ServiceDefinition) -> list[tuple[Setting, dict[str, object]]]:
    """Sixty people who ask for it where it is offered."""
    places = [place for place in PLACES if service.key in MIX[place.kind] and place.kind != SEAT] or list(PLACES[9:12])
    found = []
    for seed in range(60):
        place = places[seed % len(places)]
        kinds = {"anybody": ("citizen", "organisation", "foreigner")}.get(service.applicants[0], service.applicants)
        person = next(one for n in range(seed * 50, 9999) if (one := invented(n, place.governorate)).kind in kinds)
        facts = {"applicant_kind": person.kind, "unit_kind": KINDS[place.code], "today": TODAY, "unit": place.code}
        found.append((Setting(Random(f"{service.key}/{seed}"), TODAY, place.governorate, person), facts))
    return found


@pytest.mark.parametrize("key", ASKED)
def test_answers_are_accepted(key: str) -> None:
    """Whatever chance makes, the form and every action take it."""
    service = definitions()[key]
    for setting, facts in settings(service):
        clean, faults = check(service, to_form(service, setting), facts)
        assert faults == []
        assert check(service, clean, facts) == (clean, [])
        for step in service.flow.steps.values():
            for action in step.actions:
                assert check_fields(action.fields, to_action(key, action, setting.chance, TODAY), facts)[1] == []


@pytest.mark.parametrize("key", sorted(set(ASKED) - THE_TWELVE))
def test_the_newer_ones_have_a_story_of_their_own(key: str) -> None:
    """Every question of theirs but an address, a capacity or a step's date is answered by their own story."""
    service, (setting, _) = definitions()[key], settings(definitions()[key])[0]
    told = STORIES[key](setting)
    left = {field.key for field in service.fields if field.kind not in ("computed", "earlier", "point", "address")}
    assert left - set(told) <= {"capacity"}
    assert set(told) <= {field.key for field in service.fields}


def test_what_is_written_at_a_step_is_asked_there() -> None:
    """No answer of a deed waits for a question that is gone."""
    for key, deeds in DEEDS.items():
        assert set(deeds) <= {field.key for field in asked_at_steps(definitions()[key])}


def asked_at_steps(service: ServiceDefinition) -> list[Field]:
    steps = service.flow.steps.values()
    return [field for step in steps for action in step.actions for field in action.fields]


def test_sample_papers_are_papers() -> None:
    """The intake takes them as what they are."""
    assert judge(sample("national-id", "بطاقة الرقم القومي")[1]).media_type == "image/jpeg"
    assert judge(sample("lease", "عقد إيجار")[1]).media_type == "application/pdf"
