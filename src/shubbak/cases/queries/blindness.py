"""From whom the applicant is hidden."""

from __future__ import annotations

from shubbak.catalogue.queries import offered
from shubbak.flow.definition import ServiceDefinition
from shubbak.kernel.actor import Actor
from shubbak.places import queries as places
from shubbak.places.queries import PlaceView


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
    """The fields that would tell who asked."""
    fields = list(service.fields)
    for step in service.flow.steps.values():
        for action in step.actions:
            fields.extend(action.fields)
    return frozenset(f.key for f in fields if f.identifies)


def hidden_documents(service: ServiceDefinition) -> frozenset[str]:
    """The kinds of paper that would tell who asked."""
    return frozenset(d.key for d in service.documents if d.identifies)


def blind_services(actor: Actor) -> list[str]:
    """Services of which this actor may hold a blind step somewhere: a search by name must not answer for them."""
    held = {grant.role for grant in (*actor.grants, *actor.sleeping)}
    return [
        published.service.key
        for published in offered()
        if any(step.blind and step.role in held for step in published.service.flow.steps.values())
    ]
