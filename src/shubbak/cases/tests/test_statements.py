"""How many statements an act costs: budgets, so that nobody adds one without noticing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from shubbak.cases.queries import InboxFilter, case_for, find_cases, inbox, track, unpaid

from .town import Town


def counted(act: Callable[[], Any]) -> list[str]:
    """The statements `act` sends, but for the savepoint that a test's own transaction makes."""
    with CaptureQueriesContext(connection) as sent:
        act()
    return [q["sql"] for q in sent if "SAVEPOINT" not in q["sql"]]


def test_a_registration_costs_at_most_eight_statements(town: Town) -> None:
    town.submit()
    known = counted(town.submit)
    assert len(known) <= 8, "\n".join(sql[:110] for sql in known)


def test_a_step_costs_at_most_eight_statements(town: Town) -> None:
    town.submit()
    case = town.submit().case
    task = town.open(case)
    from shubbak.cases.actions import act

    sent = counted(lambda: act(by=town.reviewer, case_id=case.id, task_id=task.id, action="accept"))
    assert len(sent) <= 8, "\n".join(sql[:110] for sql in sent)


def test_pages_cost_the_same_however_many_cases_there_are(town: Town) -> None:
    def cost() -> list[int]:
        number = made[-1].case.number
        code = made[-1].tracking_code
        return [
            len(counted(lambda: inbox(by=town.reviewer, filters=InboxFilter(scope="mine")))),
            len(counted(lambda: find_cases(by=town.auditor))),
            len(counted(lambda: unpaid(by=town.cashier))),
            len(counted(lambda: case_for(by=town.head, number=number))),
            len(counted(lambda: track(number=number, code=code))),
        ]

    made = [town.submit()]
    first = cost()
    made += [town.submit() for _ in range(3)]
    assert cost() == first
    assert first == [1, 1, 1, 8, 1]
