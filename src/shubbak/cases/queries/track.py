"""Where is my request: for whoever holds the slip, and nobody else."""

from __future__ import annotations

import hmac
from typing import Any

from django.utils.translation import get_language

from shubbak.catalogue.queries import version
from shubbak.flow.definition import ServiceDefinition
from shubbak.kernel import keys
from shubbak.kernel.ids import is_case_number, read_crockford
from shubbak.places import queries as places

from ..answers import Answers
from ..compiled import case_by_number
from ..models import Case
from ..states import ENDED, TaskState
from .answered import answered
from .case_for import reason
from .history import NOTE
from .limits import dates
from .line import line, passage
from .money import case_invoices
from .papers import paper
from .views import AnswerView, TrackView

CODE = "cases.code"
# What an office answers inside the file and the citizen must read: the reply to a complaint, the conditions to meet.
TOLD = ("answer", "conditions")
_NO_CODE = "00000000"


def track(*, number: str, code: str) -> TrackView | None:
    """The case of that number when the code is its own; None for either error, after the same work."""
    case = _case(number, code)
    return None if case is None else _view(case)


def track_by_slip(token: str) -> TrackView | None:
    """The same for the slip's QR: `<number>-<code>`."""
    number, _, code = token.strip().rpartition("-")
    return track(number=number, code=code)


def tracked_case(*, number: str, code: str) -> Case | None:
    """The case itself, for a door that hands out its papers."""
    return _case(number, code)


def code_of(case: Case) -> str:
    """The tracking code, for printing the slip again."""
    return keys.ring().open_text(bytes(case.code_sealed), CODE)


def _case(number: str, code: str) -> Case | None:
    number = number.strip().upper()
    case = next(iter(case_by_number().rows(number)), None) if is_case_number(number) else None
    told = code_of(case) if case else _decoy()
    right = hmac.compare_digest(told.encode(), read_crockford(code).encode())
    return case if case is not None and right else None


def _decoy() -> str:
    """The same work as for a real case, so that the time of a miss says nothing."""
    ring = keys.ring()
    return ring.open_text(ring.seal_text(_NO_CODE, CODE), CODE) + "-"


def _view(case: Any) -> TrackView:
    service = version(case.version_id)
    home = places.unit(case.unit_id)
    passages = [passage(row) for row in case.passages]
    return TrackView(
        number=case.number,
        service=service,
        unit=home,
        state=case.state,
        decision=case.decision,
        decided_on=case.decided_on,
        reason=reason(case, service),
        submitted_at=case.submitted_at,
        ended_at=case.ended_at,
        **dates(case, service),
        steps=line(service, passages, home=home, ended=case.state in ENDED),
        owed=tuple(p.step for p in passages if p.kind == "citizen" and p.state == TaskState.OPEN),
        message=_last_note(case),
        told=_told(case, service),
        invoices=case_invoices(case.id, passages),
        papers=tuple(paper(row, service) for row in case.issued if row["key"] != "slip"),
    )


def _last_note(case: Any) -> str:
    sealed = case.note[0]["sealed"] if case.note else None
    return keys.ring().open_text(bytes.fromhex(sealed.removeprefix("\\x")), NOTE) if sealed else ""


def _told(case: Case, service: ServiceDefinition) -> tuple[AnswerView, ...]:
    """The office's own words to the citizen, once the step that says them is done."""
    said = Answers(steps=Answers.opened(case.answers_sealed).steps)
    return tuple(a for a in answered(service, said, blind=False, language=get_language() or "ar") if a.key in TOLD)
