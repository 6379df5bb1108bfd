"""For every step of every service there is somebody of the cast wherever it is offered: shown by definitions alone.

Who may is asked as a case asks it: the role over the place in the department, hats kept apart, not the same person as
at another step.
"""

from __future__ import annotations

from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

import pytest

from shubbak.cases.actions.open_tasks import OWN_ROLE
from shubbak.cases.states import Duty, opposed
from shubbak.demo.places import PLACES, Place
from shubbak.demo.troupe import everybody
from shubbak.flow.definition import ServiceDefinition, Step
from shubbak.flow.words import Text
from shubbak.kernel.actor import Actor, ActorKind, Grant, Role
from shubbak.places.actions import load_places
from shubbak.places.queries import PlaceView, resolve, unit

from .definitions import definitions

pytestmark = pytest.mark.django_db
Done = tuple[tuple[Step, str], ...]


@pytest.fixture(autouse=True)
def _country() -> None:
    load_places()


def cast() -> dict[str, Actor]:
    """Everybody as the actor she is with both factors."""
    return {
        member.number: Actor(
            uuid5(NAMESPACE_URL, member.number),
            ActorKind.STAFF,
            tuple(Grant(member.role, unit(code).path, department) for code, department in member.over),
            assurance=2,
        )
        for member in everybody()
    }


def human(service: ServiceDefinition) -> list[Step]:
    """The steps that wait for somebody, the registration first: it is a clerk's too."""
    return [step for step in service.flow.steps.values() if step.role or step.kind in OWN_ROLE]


def hands(step: Step, service: ServiceDefinition, home: PlaceView, everyone: dict[str, Actor]) -> list[str]:
    """Whose role, place and department let them do this step for a case at home there."""
    role = Role.CLERK if step.kind == "citizen" else Role(step.role or OWN_ROLE[step.kind])
    anywhere = step.kind in ("payment", "citizen")
    department = None if anywhere else step.department or service.department
    path = resolve(step.place, home).path
    return [number for number, actor in everyone.items() if actor.may_act({role}, path, department)]


def duty(step: Step) -> str:
    return Duty.FRONT if step.kind == "citizen" else step.duty or ""


def apart(one: Step, other: Step) -> bool:
    """Whether nobody may do both on one case."""
    hats = duty(one) in opposed(duty(other)) if duty(one) and duty(other) else False
    return hats or one.key in other.not_same_as or other.key in one.not_same_as


def finished(steps: list[tuple[Step, list[str]]], done: Done) -> bool:
    """Whether the rest can be done, each by one of its hands: by one chosen well where they choose among themselves, by
    whomever the lot falls on where it is drawn."""
    if not steps:
        return True
    (step, all_of_them), rest = steps[0], steps[1:]
    free = [who for who in all_of_them if not any(who == by and apart(step, earlier) for earlier, by in done)]
    ends = (finished(rest, (*done, (step, who))) for who in free)
    return bool(free) and (all(ends) if step.assignment == "draw" else any(ends))


def stuck(place: Place, everyone: dict[str, Actor]) -> Iterator[str]:
    """The services offered there that nobody could bring to an end, with their first step that has no hands."""
    home = unit(place.code)
    for service in definitions().values():
        if home.kind in service.offered_by:
            steps = [(step, hands(step, service, home, everyone)) for step in human(service)]
            nobody = [step.key for step, whose in steps if not whose]
            if nobody or not finished(steps, _registered(place)):
                yield f"{service.key}: {nobody[0] if nobody else 'the same people would be needed twice'}"


def _registered(place: Place) -> Done:
    """The clerk has received the request."""
    return ((Step("", Text("تسجيل", "Registration"), "citizen", duty="front"), f"clerk@{place.tag}"),)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.tag)
def test_every_step_can_be_done(place: Place) -> None:
    """By role, place, department, hats and eyes, for every service this place offers."""
    assert list(stuck(place, cast())) == []


def test_every_service_is_offered_somewhere() -> None:
    """The demo holds the whole catalogue."""
    kinds = {unit(place.code).kind for place in PLACES}
    assert [key for key, service in definitions().items() if not kinds & set(service.offered_by)] == []


def test_the_proof_sees_who_is_missing() -> None:
    """Without the signer, or with one pair of eyes for two opinions, something is found to be stuck."""
    for missing, found in (
        ("signer@suez", "first-driving-licence"),
        ("engineer@suez", "unit-change-of-use"),
        ("governor@suez", "shop-refusal-appeal"),
        ("cashier@suez", "permit-copy"),
    ):
        fewer = {number: actor for number, actor in cast().items() if number != missing}
        assert any(line.startswith(f"{found}:") for line in stuck(PLACES[0], fewer)), missing
    seat = next(place for place in PLACES if place.tag == "suez-seat")
    fewer = {number: actor for number, actor in cast().items() if number != "researcher@suez-seat"}
    assert [line.split(":")[0] for line in stuck(seat, fewer)] == ["foster-care"]
