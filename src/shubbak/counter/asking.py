"""A service's questions at the counter: how they stand, and what is said when they do not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from django.urls import reverse

from shubbak.cases.queries import surroundings
from shubbak.cases.queries.form_state import FormState
from shubbak.cases.queries.in_words import worked_out
from shubbak.design import forms
from shubbak.design.formats import language, said
from shubbak.design.forms import PREFIX, Around, Kept, Standing
from shubbak.flow.answers import sayings as every_saying
from shubbak.kernel.refusal import Fault

IDS = "f-"


def around(unit: str) -> Around:
    """The places and the sketch of a form at a unit."""
    return surroundings(unit, units_at=reverse("counter:units"))


def standing(
    state: FormState,
    answers: Mapping[str, Any],
    *,
    faults: Iterable[Fault] = (),
    found: Mapping[str, Any] | None = None,
    kept: Mapping[str, Kept] | None = None,
    first: bool = False,
) -> Standing:
    """How a form stands at the window: choices as lists, which are quickest from the keyboard."""
    return Standing(
        answers=answers,
        visible=state.visible,
        required=state.required,
        computed={path: worked_out(value) for path, value in state.computed.items()},
        faults=list(faults),
        found=found or {},
        kept=kept or {},
        first=first,
        ids=IDS,
        style="select",
    )


def summary(
    faults: Iterable[Fault], labels: Mapping[str, Any] | None = None, *, ids: str = IDS
) -> list[tuple[str, Any]]:
    """Faults as `(anchor, message)` for the error summary, each with the label of what it is about; `ids` begins the
    ids of the form's controls."""
    named = labels or {}
    return [
        (
            _anchor(fault.at, ids),
            f"{said(named[fault.at])}: {said(fault.message)}" if fault.at in named else fault.message,
        )
        for fault in faults
    ]


def _anchor(at: str, ids: str) -> str:
    place = at.removeprefix(PREFIX)
    return ids + place.replace(".", "-") if at.startswith(PREFIX) else "at-" + at.replace(".", "-")


def sayings() -> str:
    """What the page says of an answer that does not fit, before the server is asked."""
    return _sayings(language())


@lru_cache(maxsize=2)
def _sayings(_language: str) -> str:
    return forms.sayings(vars(every_saying))
