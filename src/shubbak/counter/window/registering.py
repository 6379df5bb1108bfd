"""Register the sheet, once whatever happens to the connection."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from shubbak.cases.actions import Applicant, show_slip, submit
from shubbak.cases.queries import preview
from shubbak.kernel.actor import Actor
from shubbak.kernel.arabic import latin_digits
from shubbak.kernel.refusal import Fault, Refusal
from shubbak.trail.actions import Answer, once

from ..papers import as_papers
from .form import fetched
from .sheet import Sheet

USED = _("This sheet was registered for somebody else already. Look at it again and register it as a new request.")
APPLICANT = frozenset({"number", "name", "mobile", "kind"})


def register(by: Actor, sheet: Sheet) -> str:
    """The number of the case. The sheet's key is used up by it: sent again, with its answers mended too, it names the
    same case; for another person or service it is refused."""
    answer = once(
        by=by,
        key=f"counter.register:{sheet.key}",
        fingerprint=_fingerprint(sheet),
        act=lambda: Answer(201, json.dumps(_submitted(by, sheet)).encode()),
    )
    return str(json.loads(answer.body)["number"])


def _fingerprint(sheet: Sheet) -> bytes:
    """The person and the service: the same sheet sent again with its answers mended is one request, another person's
    is not."""
    said = "|".join((sheet.key, sheet.kind, latin_digits("".join(sheet.number.split())).upper(), sheet.service))
    return hashlib.sha256(said.encode()).digest()


def _submitted(by: Actor, sheet: Sheet) -> dict[str, Any]:
    sheet = fetched(sheet)
    seen = preview(service=sheet.service, unit=sheet.unit, answers=sheet.answers, applicant_kind=sheet.kind)
    applicable = {field.key for field in seen.fields}
    submitted = submit(
        by=by,
        service=sheet.service,
        unit=sheet.unit,
        channel=sheet.channel,
        applicant=Applicant(sheet.kind, sheet.number, sheet.name, sheet.mobile, sheet.accepted),
        answers={key: value for key, value in sheet.answers.items() if key in applicable},
        documents=as_papers([needed.kind for needed in seen.documents], sheet.papers),
    )
    show_slip(by=by, case_id=submitted.case.id)
    return {"number": submitted.case.number}


def mended(refused: Refusal) -> list[Fault]:
    """What a refused registration asks to mend, each at its place on the page."""
    if refused.code == "key_reused":
        return [Fault("sheet", refused.code, USED)]
    faults = [_placed(fault) for fault in refused.faults]
    return faults or [Fault("sheet", refused.code, refused.message)]


def _placed(fault: Fault) -> Fault:
    if fault.at in APPLICANT:
        return replace(fault, at=f"applicant.{fault.at}")
    if fault.code == "missing_document":
        return replace(fault, message=_("Scan this paper, or tick that you saw the original."))
    return fault
