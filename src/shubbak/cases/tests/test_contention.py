"""Two people act on one case in the same moment: the second sees what the first did."""

from __future__ import annotations

import threading

from django.db import connection, transaction

from shubbak.cases.actions import act
from shubbak.cases.held import hold

from .town import build


def test_whoever_waited_for_a_case_sees_what_was_done_meanwhile(live: None) -> None:
    town = build()
    case = town.submit().case
    task = town.open(case)
    acted = threading.Event()
    seen: list[tuple[list[str], dict[str, str]]] = []

    def first() -> None:
        with transaction.atomic():
            act(by=town.reviewer, case_id=case.id, task_id=task.id, action="accept")
            acted.set()
            until_somebody_waits()
        connection.close()

    def second() -> None:
        assert acted.wait(20)
        with transaction.atomic():
            held = hold(case.id, by=town.head)
            seen.append(([deed["action"] for deed in held.acts], {each.step: each.state for each in held.tasks}))
        connection.close()

    both = [threading.Thread(target=one) for one in (first, second)]
    for one in both:
        one.start()
    for one in both:
        one.join(60)
    ((deeds, tasks),) = seen
    assert tasks[task.step] == "done" and "open" in tasks.values()
    assert deeds == ["submit", "accept"]


def until_somebody_waits() -> None:
    for _ in range(200):
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0]:
                return
        threading.Event().wait(0.05)
    raise AssertionError("nobody waited")
