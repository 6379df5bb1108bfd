"""Ten thousand answer sets through both: `flow` on the server, the scripts of forms in the browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from itertools import islice
from random import Random
from typing import Any

from shubbak.catalogue.actions.load import SHIPPED
from shubbak.catalogue.reading.folder import read_folder
from shubbak.flow.answers.facts import stored
from shubbak.flow.definition import ServiceDefinition, to_tree
from shubbak.flow.expressions import ensure_closed, evaluate
from tests.journeys.browser import chromium

from .answering import answers, interesting
from .edges import sum_at_the_edge
from .growing import service as grown
from .judging import Asked, apart, by_browser, by_server, facts, scripts, values

SETS, GROWN, BATCH, SEED = 10_000, 3_000, 500, 20261122
DAYS = (date(2026, 1, 1), date(2026, 3, 1), date(2026, 11, 22), date(2028, 2, 29))


def real_services() -> list[ServiceDefinition]:
    compiled, _ = read_folder(SHIPPED)
    return [one.service for one in compiled]


def asked_of(chance: Random, service: ServiceDefinition, likely: list[str]) -> Asked:
    known = facts(chance.choice(("citizen", "organisation")), chance.choice(("district", "city")), chance.choice(DAYS))
    return Asked(service, known, answers(chance, service.fields, likely))


def sets(chance: Random) -> Iterator[Asked]:
    """Every real service in turn, thousands of times; then definitions nobody would write."""
    real = [(service, interesting(service)) for service in real_services()]
    for at in range(SETS - GROWN):
        yield asked_of(chance, *real[at % len(real)])
    for at in range(GROWN // 3):
        service = grown(chance, at)
        for _ in range(3):
            yield asked_of(chance, service, interesting(service))


@apart
def test_browser_and_server_agree() -> None:
    wanted, judged, told = sets(Random(SEED)), 0, 0
    with chromium() as browser, scripts(browser) as page:
        while batch := list(islice(wanted, BATCH)):
            for asked, found in zip(batch, by_browser(page, batch), strict=True):
                expected = by_server(asked)
                assert found == expected, said(asked, found, expected)
                judged += 1
                told += bool(expected["visible"])
    assert judged >= SETS - 2
    assert told > judged * 0.9


@apart
def test_numbers_agree_at_their_edges() -> None:
    chance = Random(SEED)
    trees = [ensure_closed(sum_at_the_edge(chance)) for _ in range(3_000)]
    with chromium() as browser, scripts(browser) as page:
        for tree, found in zip(trees, values(page, trees), strict=True):
            assert found == stored(evaluate(tree, {})), json.dumps(tree)


def said(asked: Asked, found: dict[str, Any], expected: dict[str, Any]) -> str:
    """Everything that is needed to see it again."""
    shown = {"service": asked.service.key, "facts": str(asked.facts), "answers": asked.answers}
    apart = {key: {"browser": found[key], "server": expected[key]} for key in expected if found[key] != expected[key]}
    rules = {"fields": to_tree(asked.service)["fields"]} if asked.service.key.startswith("grown") else {}
    return json.dumps({**rules, **shown, "apart": apart}, ensure_ascii=False)
