"""Both judges of a form: what the server says of a set of answers, and what the scripts say in Chromium."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shubbak.cases.queries.form_state import form_state
from shubbak.design.forms import plan
from shubbak.design.forms.plan import _told
from shubbak.flow.answers import documents_needed
from shubbak.flow.definition import ServiceDefinition
from shubbak.flow.fees import estimate
from shubbak.flow.rates import rates_at

if TYPE_CHECKING:
    from playwright.sync_api import Page

STATIC = Path(__file__).parents[2] / "src" / "shubbak" / "design" / "static"
SCRIPTS = (
    "vendor/decimal.min.js",
    *(f"design/js/forms/{name}.js" for name in ("numbers", "expressions", "reading", "rules")),
)
_NOT_OF_ONE_ANSWER = {"required", "unknown", "rows", "too_few", "too_many"}
_JUDGE = """(text) => {
const batch = JSON.parse(text);
return JSON.stringify(batch.sets.map(({ plan, facts, rates, answers }) => {
  const told = Shubbak.rules.judge({ ...batch.plans[plan], facts, rates }, answers);
  return {
    visible: told.visible.sort(), required: told.required.sort(), computed: told.computed,
    documents: told.documents.map((one) => [one.key, one.required]),
    fees: told.fees.map((set) => [set.step, set.lines.filter((one) => one.amount && !one.amount.isZero())
      .map((one) => [one.code, one.amount.toFixed()]), set.whole]),
    faults: Object.fromEntries(Object.entries(told.faults).map(([path, fault]) => [path, fault.code])),
  };
}));
}"""

_VALUES = """(text) => JSON.stringify(JSON.parse(text).map(
  (tree) => Shubbak.reading.stored(Shubbak.expressions.evaluate(tree, {}))))"""


@dataclass(frozen=True)
class Asked:
    """One set of answers to one service, with the facts it was given under."""

    service: ServiceDefinition
    facts: dict[str, Any]
    answers: dict[str, Any]


def fee_sets(service: ServiceDefinition) -> list[tuple[str, Any]]:
    steps = service.flow.steps.values()
    return [(step.key, service.fee_sets[step.fee_set]) for step in steps if step.fee_set]


def by_server(asked: Asked) -> dict[str, Any]:
    """The verdict of `flow`, as the counter shows it."""
    service, facts = asked.service, asked.facts
    state = form_state(service.fields, asked.answers, facts)
    fees = []
    for step, fee_set in fee_sets(service):
        lines, whole = estimate(service, fee_set.key, {**facts, **state.clean})
        fees.append([step, [[line.code, str(line.amount.piastres)] for line in lines], whole])
    return {
        "visible": sorted(state.visible),
        "required": sorted(state.required),
        "computed": dict(state.computed),
        "documents": [[d.kind.key, d.required] for d in documents_needed(service, asked.answers, facts)],
        "fees": fees,
        "faults": {f.at.removeprefix("answers."): f.code for f in state.faults if f.code not in _NOT_OF_ONE_ANSWER},
    }


def apart(judge: Callable[[], None]) -> Callable[[], None]:
    """Runs in a thread of its own: where the stories came first, their browser keeps a loop going in the main one."""

    @wraps(judge)
    def alone() -> None:
        with ThreadPoolExecutor(1) as thread:
            thread.submit(judge).result()

    return alone


@contextmanager
def scripts(browser: Any) -> Iterator[Page]:
    """An empty page that has read the scripts of forms."""
    page = browser.new_page()
    for script in SCRIPTS:
        page.add_script_tag(content=(STATIC / script).read_text("utf-8"))
    try:
        yield page
    finally:
        page.close()


def by_browser(page: Page, batch: list[Asked]) -> list[dict[str, Any]]:
    """The verdicts of the scripts, for a whole batch at once."""
    plans = {
        one.service.key: json.loads(
            plan(one.service.fields, facts={}, documents=one.service.documents, fees=fee_sets(one.service))
        )
        for one in batch
    }
    sets = [
        {
            "plan": one.service.key,
            "facts": {key: _told(value) for key, value in one.facts.items()},
            "rates": {key: str(rate) for key, rate in rates_at(one.service.rates, one.facts).items()},
            "answers": one.answers,
        }
        for one in batch
    ]
    told = page.evaluate(_JUDGE, json.dumps({"plans": plans, "sets": sets}))
    found: list[dict[str, Any]] = json.loads(told)
    return found


def values(page: Page, trees: list[Any]) -> list[Any]:
    """What the scripts make of expressions without names, as it would be stored."""
    found: list[Any] = json.loads(page.evaluate(_VALUES, json.dumps(trees)))
    return found


def facts(kind: str, unit_kind: str, today: date) -> dict[str, Any]:
    """What a door knows of a request."""
    place = {"unit": "0402", "governorate": "04", "submitted_on": today}
    return {"applicant_kind": kind, "unit_kind": unit_kind, "today": today, **place}
