"""`python -m tests.crash.settle`: the cast of a fresh town, a receipt book, an open drawer; prints a token for each."""

from __future__ import annotations

import json

from shubbak.config.running.session import database


def main() -> None:
    """Once per town."""
    with database():
        from shubbak.kernel.actor import SYSTEM
        from shubbak.payments.actions import assign_book, open_drawer, receive_book
        from shubbak.people.actions import issue_token
        from shubbak.people.queries import staff_by_number
        from tests import cast
        from tests.crash import crew

        actors = cast.hire(*crew.STAFF)
        book = receive_book(
            by=actors[crew.CENTRE.number], unit=cast.DISTRICT, series="33", book_number=1,
            first_number="0000001", last_number="0999999",
        )  # fmt: skip
        cashier = staff_by_number(crew.CASHIER.number)
        assign_book(by=actors[crew.CENTRE.number], book_id=book.pk, staff_id=cashier.pk)
        open_drawer(by=actors[crew.CASHIER.number], unit=cast.DISTRICT, count={})
        tokens = {m.number: issue_token(by=SYSTEM, staff=staff_by_number(m.number), hours=24) for m in crew.STAFF}
    print(json.dumps(tokens))


if __name__ == "__main__":
    main()
