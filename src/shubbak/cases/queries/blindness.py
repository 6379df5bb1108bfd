"""From whom the applicant is hidden."""

from __future__ import annotations

from collections.abc import Iterator

from shubbak.catalogue.queries import judged_blindly
from shubbak.flow.definition import Field, ServiceDefinition
from shubbak.flow.words import Text
from shubbak.kernel.actor import Actor
from shubbak.places import queries as places
from shubbak.places.queries import PlaceView

from ..answers import ANSWER


def is_blind(actor: Actor, service: ServiceDefinition, *, home: PlaceView) -> bool:
    """Whether this actor is one who judges some step of the case blindly: then she never learns who asked, also not
    before or after that step, whatever else she may be."""
    for step in service.flow.steps.values():
        if not step.blind or not step.role:
            continue
        place = places.resolve(step.place, home)
        department = step.department or service.department
        held = (*actor.grants, *actor.sleeping)
        if any(grant.role == step.role and grant.covers(place.path, department) for grant in held):
            return True
    return False


def hidden_fields(service: ServiceDefinition) -> frozenset[str]:
    """The fields that would tell who asked; in a group that does, every question of its rows."""
    return frozenset(field.key for field, identifies in _questions(service) if identifies)


def hidden_documents(service: ServiceDefinition) -> frozenset[str]:
    """The kinds of paper that would tell who asked, the files that answer a question among them."""
    answers = {ANSWER + field.key for field, identifies in _questions(service) if identifies}
    return frozenset(d.key for d in service.documents if d.identifies) | answers


def file_names(service: ServiceDefinition) -> dict[str, Text]:
    """What each file that answers a question is called."""
    return {ANSWER + field.key: field.label for field, _ in _questions(service) if field.kind == "file"}


def _questions(service: ServiceDefinition) -> Iterator[tuple[Field, bool]]:
    """Every question of the form and of the steps, those of rows too, and whether its answer would tell who asked."""
    steps = (step.actions for step in service.flow.steps.values())
    for field in (*service.fields, *(field for actions in steps for action in actions for field in action.fields)):
        yield field, field.tells_who
        for one in field.fields:
            yield one, field.tells_who or one.tells_who


def blind_services(actor: Actor) -> list[str]:
    """Services of which this actor may hold a blind step somewhere: a search by name must not answer for them."""
    blind, held = judged_blindly(), {grant.role for grant in (*actor.grants, *actor.sleeping)}
    return sorted(frozenset().union(*(blind.get(role, frozenset()) for role in held)))
