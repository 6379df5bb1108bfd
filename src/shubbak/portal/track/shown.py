"""A case as its holder needs it: what must I do now, by when, and where is it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from shubbak.cases.queries import MoveView, StepView, TrackView
from shubbak.design.formats import calendar_days, left, said, working_days
from shubbak.design.shapes import Stop
from shubbak.kernel import clock
from shubbak.kernel.money import Money, total
from shubbak.places.queries import calendar

_TONES = {
    "submitted": "nile",
    "in_progress": "nile",
    "waiting_citizen": "sun",
    "waiting_payment": "sun",
    "approved": "palm",
    "issued": "palm",
    "closed": "palm",
    "rejected": "brick",
    "withdrawn": "soft",
    "lapsed": "brick",
}


@dataclass(frozen=True, slots=True)
class Now:
    """The answer at the top of the page. `kind`: pay, bring, wait, take, over."""

    kind: str
    title: str
    text: Any = ""
    amount: Money | None = None
    by: date | None = None


@dataclass(frozen=True, slots=True)
class Promised:
    """A date we gave or the law gives, and what is left of it in the days it counts. While its count is `stopped`
    nothing runs out; `left` is then what will be left."""

    on: date
    left: int
    words: str
    stopped: bool

    @property
    def tone(self) -> str:
        if self.stopped:
            return ""
        return "brick" if self.left < 0 else "sun" if self.left <= 2 else ""


@dataclass(frozen=True, slots=True)
class CaseShown:
    """What the tracking page says beside the plain facts."""

    state: str
    tone: str
    now: Now
    stops: tuple[Stop, ...]
    promised: Promised | None
    law: Promised | None
    moves: tuple[MoveView, ...]
    ended: bool


def shown(case: TrackView) -> CaseShown:
    """The page of one tracked case in the language now spoken."""
    ended = case.ended_at is not None
    return CaseShown(
        state=state(case.state),
        tone=_TONES.get(case.state, "soft"),
        now=_now(case),
        stops=tuple(_stop(step, case) for step in case.steps),
        promised=None if ended else _promised(case, "promise", case.promised_on),
        law=None if ended else _promised(case, "law", case.law_due_on),
        moves=() if ended else case.moves,
        ended=ended,
    )


def state(name: str) -> str:
    """The state of a case, said to the citizen."""
    return {
        "submitted": pgettext("state", "Received"),
        "in_progress": pgettext("state", "With us"),
        "waiting_citizen": pgettext("state", "Waiting for you"),
        "waiting_payment": pgettext("state", "Waiting for your payment"),
        "approved": pgettext("state", "Approved"),
        "issued": pgettext("state", "Issued"),
        "rejected": pgettext("state", "Refused"),
        "withdrawn": pgettext("state", "Withdrawn"),
        "lapsed": pgettext("state", "Lapsed"),
        "closed": pgettext("state", "Answered and closed"),
    }.get(name, name)


def _now(case: TrackView) -> Now:
    due = min((step.due_on for step in case.steps if step.status == "now" and step.due_on), default=None)
    owing = [invoice for invoice in case.invoices if invoice.state == "open"]
    if owing and case.ended_at is None:
        text = _("At the cashier's window of your centre, with this number. The cashier gives you a printed receipt.")
        return Now("pay", _("You must pay now"), text, total([invoice.total for invoice in owing]), due)
    if case.state == "waiting_citizen":
        text = case.message or _("Come to the window with what is missing.")
        return Now("bring", _("You must complete your file"), text, by=due)
    if case.ended_at is not None:
        return _over(case)
    if case.decision in ("approval", "acceptance"):
        return Now(
            "wait", _("Nothing is asked of you now"), _("Your application is approved; the paper is being prepared.")
        )
    return Now(
        "wait", _("Nothing is asked of you now"), _("Your application is with us. Whatever changes is shown here.")
    )


def _over(case: TrackView) -> Now:
    if case.state == "rejected":
        text = said(case.reason) or _("The reason stands in the decision.")
        return Now("over", _("Your application was refused"), text)
    if case.state == "issued":
        return Now("take", _("Your paper is ready"), _("Read it here, or have it printed at the centre."))
    if case.state == "closed":
        return Now("take", _("Your application is answered"), case.message)
    if case.state == "lapsed":
        return Now(
            "over", _("Your application lapsed"), _("What was asked of you did not come in time. You may apply again.")
        )
    return Now("over", _("You withdrew this application"), _("You may apply again whenever you like."))


def _stop(step: StepView, case: TrackView) -> Stop:
    waiting = step.status == "now" and (step.kind in ("payment", "citizen"))
    note = said(step.place) if step.place is not None else ""
    return Stop(
        name=step.name,
        status=step.status,
        note=note,
        at=step.at if step.status == "done" else None,
        due=step.due_on if step.status == "now" else None,
        waiting=waiting,
    )


def _promised(case: TrackView, kind: str, on: date | None) -> Promised | None:
    limit = next((one for one in case.limits if one.kind == kind and one.due == on and one.met is None), None)
    if on is None or limit is None:
        return None
    if limit.left is not None:
        words = working_days(limit.left) if limit.unit == "working" else calendar_days(limit.left)
        words = _("The count is stopped; when it goes on, %s will be left") % words
        return Promised(on, limit.left, words, True)
    today = clock.today()
    remaining = calendar().working_between(today, on) if limit.unit == "working" else (on - today).days
    return Promised(on, remaining, left(remaining, limit.unit), False)
