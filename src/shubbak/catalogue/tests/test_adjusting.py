"""A service adjusts a shared flow: it changes, drops and inserts steps, and the rest stays as the shape says."""

from __future__ import annotations

from shubbak.catalogue.reading.folder import HERE, read_folder
from shubbak.catalogue.reading.freezing import frozen, thawed
from shubbak.flow.definition import ServiceDefinition

SERVICES = {one.service.key: one.service for one in read_folder(HERE)[0]}


def leads(service: ServiceDefinition, step: str, action: str) -> list[str]:
    found = service.step(step).action(action)
    assert found is not None
    return [route.step for route in found.to]


def test_a_dropped_step_is_passed_over() -> None:
    """Who led to it leads on to where it led."""
    service = SERVICES["occupancy-certificate"]
    assert "licence-fee" not in service.flow.steps
    assert leads(service, "decide", "approve") == ["issue"]


def test_an_inserted_step_is_met_before_the_one_it_names() -> None:
    """Who led to `decide` now leads to the new step, and it stands there in the line."""
    service = SERVICES["site-validity"]
    assert leads(service, "inspect", "conforms") == ["conditions"]
    assert leads(service, "conditions", "set") == ["decide"]
    keys = list(service.flow.steps)
    assert keys.index("conditions") == keys.index("decide") - 1


def test_a_changed_step_keeps_what_is_not_changed() -> None:
    """Only what the service writes is replaced."""
    step = SERVICES["shop-licence"].step("review")
    assert step.blind
    assert step.assignment == "draw"
    assert [action.key for action in step.actions] == ["accept", "return", "reject"]


def test_a_rejection_offers_every_reason() -> None:
    """Unless the action names some."""
    service = SERVICES["demolition"]
    review, heritage = service.step("review").action("reject"), service.step("heritage").action("listed")
    assert review is not None
    assert heritage is not None
    assert review.reasons == tuple(reason.key for reason in service.reasons)
    assert heritage.reasons == ("listed",)


def test_frozen_and_thawed_are_the_same() -> None:
    """Also after PostgreSQL forgot the order of keys."""

    def shuffled(tree: object) -> object:
        if isinstance(tree, dict):
            return {key: shuffled(tree[key]) for key in sorted(tree, key=lambda key: (len(key), key))}
        return [shuffled(value) for value in tree] if isinstance(tree, list) else tree

    for service in SERVICES.values():
        again = thawed(shuffled(frozen(service).tree))  # type: ignore[arg-type]
        assert again == service
        assert list(again.flow.steps) == list(service.flow.steps)


def test_the_desk_of_every_step_is_someones() -> None:
    """Front work is the clerk's or the manager's, money the cashier's, decisions the heads'."""
    for service in SERVICES.values():
        for step in service.flow.steps.values():
            if step.kind == "payment":
                assert (step.role, step.duty) == ("cashier", "collect")
            if step.duty == "approve" and not step.place.startswith("agency:"):
                assert step.role in ("unit_head", "department_head", "centre_manager")
            if step.place.startswith("agency:"):
                assert step.role == "agency_reviewer"
