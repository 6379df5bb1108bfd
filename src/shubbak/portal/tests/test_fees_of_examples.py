"""The calculator against the invoices: given an example's answers, it shows the lines that the example is billed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from typing import Any

import pytest
from django.http import QueryDict

from shubbak.catalogue.queries import current
from shubbak.catalogue.reading import examples
from shubbak.catalogue.reading.folder import HERE
from shubbak.catalogue.reading.nodes import read
from shubbak.catalogue.reading.parts import ExamplePart
from shubbak.flow import answers
from shubbak.flow.definition import ServiceDefinition
from shubbak.flow.fees import fees
from shubbak.kernel import clock
from shubbak.kernel.clock import CAIRO
from shubbak.portal.services.estimate import estimated

STAMPING = "instruments.0.instrument_kind={}&at_place=yes&at-governorate=04"


def written() -> Iterator[tuple[str, str, ExamplePart]]:
    """Every example of every service that ships and names a fee."""
    for path in sorted((HERE / "services").rglob("*.yaml")):
        node = read(path.read_text("utf-8"), path.name)[0]
        assert node is not None
        for name, one in (node.plain().get("examples") or {}).items():
            if (part := ExamplePart.model_validate(one)).fees:
                yield node.plain()["service"], name, part


def given(told: dict[str, Any], part: ExamplePart) -> QueryDict:
    """The example's answers as the calculator's form would send them."""
    out = QueryDict(mutable=True)
    place = {"at-governorate": (part.in_ or "")[:2], "at-unit": part.in_ or "", "at-who": part.applicant}
    for key, value in (told | place).items():
        for at, row in enumerate(value if isinstance(value, list) else ()):
            if isinstance(row, dict):
                out.update({f"{key}.{at}.{column}": _sent(one) for column, one in row.items()})
                out[key] = str(at + 1)
            else:
                out.appendlist(key, row)
        if not isinstance(value, list):
            out[key] = _sent(value)
    return out


def _sent(value: Any) -> str:
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def billed(service: ServiceDefinition, part: ExamplePart) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the example answers, at the steps of its walk too, and the lines of each of its fee sets by step."""
    facts = examples._facts(service, part)
    sent = examples._json(part.answers)
    clean, _ = answers.check(service, sent, facts)
    told = {**clean, **facts}
    list(examples._walked(service, part, read("x: 1", "")[0], told))  # type: ignore[arg-type]
    later = {key: value for key, value in told.items() if key not in clean and key not in facts}
    lines = {str(step.name): fees(service, step.fee_set, told) for step in service.flow.steps.values()
             if step.fee_set in part.fees}  # fmt: skip
    return sent | later, {step: [(line.code, line.amount) for line in own] for step, own in lines.items()}


def test_the_calculator_shows_what_every_example_is_billed(catalogue: None) -> None:
    wrong = []
    for key, name, part in written():
        service = current(key).service
        day = examples._facts(service, part)["today"]
        with clock.held(datetime.combine(day, time(9), CAIRO)):
            told, due = billed(service, part)
            shown = {str(own.step): own for own in estimated(service, given(told, part)).parts}
        lines = {step: [(line.code, line.amount) for line in shown[step].lines] for step in due}
        wrong += [] if lines == due else [(key, name, lines, due)]
    assert wrong == []


@pytest.mark.parametrize(("kind", "pounds"), [("weighbridge", "1711.00"), ("counter", "286.00")])
def test_a_line_worked_out_in_rows_is_in_the_total(catalogue: None, client: Any, kind: str, pounds: str) -> None:
    told = estimated(current("weights-stamping").service, QueryDict(STAMPING.format(kind)))
    assert str(told.sum).startswith(pounds)
    assert told.whole


def test_what_is_not_asked_is_not_called_a_total(catalogue: None) -> None:
    service = current("weights-stamping").service
    assert not estimated(service, QueryDict("at_place=yes")).whole
    full = "&".join(f"instruments.{at}.instrument_kind=counter" for at in range(6))
    assert not estimated(service, QueryDict(f"{full}&at_place=no")).whole
