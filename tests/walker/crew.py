"""Who works in the walker's country: people hired where a flow needs them, each with a token, a cashier with a book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from shubbak.cases.states import opposed
from shubbak.flow.definition import ServiceDefinition, Step
from shubbak.kernel import clock
from shubbak.kernel.actor import SYSTEM, Actor, Role
from shubbak.payments.actions import assign_book, receive_book
from shubbak.people.actions import issue_token
from shubbak.people.queries import actor_of_staff, staff_by_number
from shubbak.places import queries as places
from shubbak.places.queries import PlaceView
from tests import cast

HIRED = datetime(2024, 1, 2, 9, tzinfo=clock.CAIRO)  # before the day of any example
LATER = datetime(2040, 1, 2, 9, tzinfo=clock.CAIRO)  # tokens of that day outlive every wait
OWN_ROLE = {"payment": "cashier", "citizen": "clerk"}
Post = tuple[str, str, str]


@dataclass
class Hand:
    """A member of staff: her key, her token, and what she did on each case by its number."""

    number: str
    id: UUID
    token: str
    acts: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    @property
    def actor(self) -> Actor:
        """As an action takes her."""
        return actor_of_staff(self.number)

    def may(self, case: str, step: Step, duty: str) -> bool:
        """Whether what she did on this case leaves her free for a step."""
        mine = self.acts.get(case, [])
        worn = {other for _, other in mine}
        return not worn & set(opposed(duty)) and not any(key in step.not_same_as for key, _ in mine)


class Crew:
    """Everybody, by role, unit and department."""

    def __init__(self) -> None:
        self.posts: dict[Post, list[Hand]] = {}
        self.by_id: dict[UUID, Hand] = {}

    def staff(self, service: ServiceDefinition, home: PlaceView) -> None:
        """Hire for every step of a service at a unit: one more for each step that the same post has."""
        counts: dict[Post, int] = {("clerk", home.code, ""): 1}
        for step in service.flow.steps.values():
            if step.role or step.kind in OWN_ROLE:
                post = post_of(service, step, home)
                counts[post] = counts.get(post, 0) + 1
        for post, count in counts.items():
            self._fill(post, count)

    def clerk(self, unit: str) -> Hand:
        """The window clerk who registers there."""
        return self.posts["clerk", unit, ""][0]

    def for_step(self, case: str, step: Step, post: Post) -> Iterator[Hand]:
        """Those of a post who may do a step of a case."""
        duty = "front" if step.kind == "citizen" else "collect" if step.kind == "payment" else step.duty or ""
        yield from (hand for hand in self.posts[post] if hand.may(case, step, duty))

    def _fill(self, post: Post, count: int) -> None:
        hands = self.posts.setdefault(post, [])
        while len(hands) < count:
            hand = self._hired(post, len(hands) + 1)
            hands.append(hand)
            self.by_id[hand.id] = hand

    def _hired(self, post: Post, count: int) -> Hand:
        role, unit, department = post
        number = f"{role}-{department or 'all'}-{count}@{unit.lower()}"
        name = f"موظف التجربة {len(self.by_id) + 1}"
        member = cast.Member(number, name, unit, ((Role(role), unit, department or None),))
        with clock.held(HIRED):
            actor = cast.hire(member)[number]
        with clock.held(LATER):
            token = issue_token(by=SYSTEM, staff=staff_by_number(number), hours=720)
        if role == "cashier":
            self._give_book(actor, unit)
        return Hand(number, actor.id, token)

    def _give_book(self, cashier: Actor, unit: str) -> None:
        self._fill(("centre_manager", unit, ""), 1)
        manager = self.posts["centre_manager", unit, ""][0].actor
        series, book = f"{unit}-{len(self.by_id)}", {"first_number": "0000001", "last_number": "9999999"}
        with clock.held(HIRED):
            received = receive_book(by=manager, unit=unit, series=series, book_number=1, **book)
            assign_book(by=manager, book_id=received.id, staff_id=cashier.id)


def post_of(service: ServiceDefinition, step: Step, home: PlaceView) -> Post:
    """The post that a step's task comes to."""
    role = step.role or OWN_ROLE[step.kind]
    if step.kind in OWN_ROLE:
        return OWN_ROLE[step.kind], places.resolve(step.place, home).code, ""
    return role, places.resolve(step.place, home).code, step.department or service.department
