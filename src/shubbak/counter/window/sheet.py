"""What stands on the window's page: all that was typed, carried by the form itself from one view to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict

from shubbak.design.forms import Given, given_in
from shubbak.kernel.ids import uuid7

from ..papers import Brought, papers_in

KINDS = ("citizen", "foreigner", "organisation")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One request being written. `key` names the registration: the same key never registers twice."""

    key: str
    unit: str
    channel: str = "window"
    kind: str = "citizen"
    number: str = ""
    name: str = ""
    mobile: str = ""
    accepted: bool = False
    service: str = ""
    sought: str = ""
    given: Given = field(default_factory=Given)
    papers: Mapping[str, Brought] = field(default_factory=dict)

    @property
    def answers(self) -> Mapping[str, Any]:
        """What was answered so far, as typed."""
        return self.given.answers


def blank(unit: str) -> Sheet:
    """A new sheet."""
    return Sheet(key=str(uuid7()), unit=unit)


def read(posted: QueryDict, unit: str) -> Sheet:
    """The sheet as it was posted; a chosen service (`choose`) replaces the one before and keeps like answers."""
    kind = posted.get("kind", "")
    return Sheet(
        key=posted.get("key", "")[:64] or str(uuid7()),
        unit=unit,
        channel=posted.get("channel", "") or "window",
        kind=kind if kind in KINDS else "citizen",
        number=posted.get("number", "")[:200],
        name=posted.get("name", "")[:200],
        mobile=posted.get("mobile", "")[:40],
        accepted=posted.get("accepted") == "yes",
        service=posted.get("choose", "") or ("" if posted.get("do") == "change" else posted.get("service", "")),
        sought=posted.get("sought", "")[:100],
        given=given_in(posted),
        papers=papers_in(posted),
    )
