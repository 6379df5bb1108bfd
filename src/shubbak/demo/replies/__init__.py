"""Believable answers: to the form of a request, and to what a step asks of whoever does it.

A service may have a story, told whole so that its answers fit one another; what no story answers is answered by the
question's key, else by its kind. Answers to questions that turn out hidden are given too: reading the form drops them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from random import Random
from typing import Any

from shubbak.flow.definition import Field, ServiceDefinition, StepAction

from .at_agencies import STORIES as AT_AGENCIES
from .at_seats import STORIES as AT_SEATS
from .at_towns import STORIES as AT_TOWNS
from .by_key import BY_KEY
from .by_kind import by_kind
from .deeds import DEEDS
from .setting import Setting

STORIES = {**AT_TOWNS, **AT_AGENCIES, **AT_SEATS}
_UNASKED = frozenset({"computed", "earlier", "file"})

__all__ = ["STORIES", "Setting", "to_action", "to_form"]


def to_form(service: ServiceDefinition, setting: Setting) -> dict[str, Any]:
    """What somebody answers to the form of a service."""
    told = STORIES[service.key](setting) if service.key in STORIES else {}
    return _whole(service.fields, told, setting.chance, setting.today)


def to_action(service: str, action: StepAction, chance: Random, today: date) -> dict[str, Any]:
    """What somebody writes who does an action of a step."""
    own = {key: make(chance) for key, make in DEEDS.get(service, {}).items()}
    return _whole(action.fields, own, chance, today)


def _whole(fields: tuple[Field, ...], told: Mapping[str, Any], chance: Random, today: date) -> dict[str, Any]:
    answers = {}
    for field in fields:
        if field.key in told:
            answers[field.key] = told[field.key]
        elif field.kind not in _UNASKED and not (field.kind == "point" and field.required is False):
            answers[field.key] = BY_KEY[field.key](chance) if field.key in BY_KEY else by_kind(field, chance, today)
    return {key: value for key, value in answers.items() if value is not None}
