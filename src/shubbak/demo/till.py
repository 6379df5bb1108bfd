"""The cashier's day: a drawer opened with a float, a book with leaves left, the count at the end."""

from __future__ import annotations

from datetime import date
from random import Random

from shubbak.kernel.actor import Actor, Role
from shubbak.kernel.money import Money
from shubbak.payments import queries
from shubbak.payments.actions import assign_book, close_drawer, open_drawer, receive_book

from .crew import Crew
from .places import PLACES, Place
from .standing import OpenTask

FLOAT = {5000: 6, 2000: 5, 1000: 8, 500: 4}
LEAVES = 100
_NOTES = (20000, 10000, 5000, 2000, 1000, 500, 100, 50, 25)
_SHORT = "عجز في الفكة أثبت بمحضر."


class Till:
    """One cashier's drawer and book at one place."""

    def __init__(self, place: Place, crew: Crew) -> None:
        self.place, self.crew = place, crew
        self.day: date | None = None
        self.cash = 0
        self.taken = 0

    def open(self, day: date) -> None:
        """Before the first collection of a day: a book in hand and a drawer open. A drawer that stands open is used."""
        if self.day == day:
            return
        cashier = self.crew.of(Role.CASHIER, self.place.code)
        manager = self.crew.of(Role.CENTRE_MANAGER, self.place.code)
        books = queries.books(manager, unit=self.place.code)
        if sum(book.left for book in books) < LEAVES // 3:
            self._new_book(manager, len(books) + 1)
        if queries.open_drawer(staff_id=cashier.id) is None:
            open_drawer(by=cashier, unit=self.place.code, count=FLOAT)
        self.day, self.cash = day, 0

    def took(self, task: OpenTask, means: str) -> None:
        """Remember the cash, for the count."""
        if means == "cash":
            self.cash += task.due

    def close(self, day: date) -> None:
        """Count and close, if it was opened today. Now and then the small change is short."""
        if self.day != day:
            return
        cashier = self.crew.of(Role.CASHIER, self.place.code)
        drawer = queries.open_drawer(staff_id=cashier.id, unit=self.place.code)
        if drawer is None:
            return
        short = 500 if Random(f"count/{self.place.code}/{day}").random() < 0.03 else 0
        held = drawer.opening.piastres + self.cash - short
        close_drawer(by=cashier, drawer_id=drawer.id, count=_count(Money(held)), reason=_SHORT if short else "")

    def forget(self) -> None:
        """The day is told again from its morning."""
        self.day = None

    def _new_book(self, manager: Actor, number: int) -> None:
        first = (PLACES.index(self.place) + 1) * 100_000 + (number - 1) * LEAVES + 1
        book = receive_book(
            by=manager,
            unit=self.place.code,
            series=f"33/{self.place.code}",
            book_number=number,
            first_number=f"{first:07d}",
            last_number=f"{first + LEAVES - 1:07d}",
        )
        assign_book(by=manager, book_id=book.id, staff_id=self.crew.of(Role.CASHIER, self.place.code).id)


def _count(money: Money) -> dict[int, int]:
    """The amount in as few notes and coins as can be; below the smallest coin nothing is counted."""
    left, count = money.piastres, {}
    for note in _NOTES:
        count[note], left = divmod(left, note)
    return count
