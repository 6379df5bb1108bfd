"""Cases, as JSON."""

from __future__ import annotations

from typing import Any

from shubbak.cases.actions import Submitted
from shubbak.cases.models import Case
from shubbak.cases.queries import ActionView, ActView, CaseRow, CaseView, InvoiceView, PaperView, StepView, TaskView
from shubbak.people.queries import PersonView

from ..answers import address, day, end_of, moment, money, place, said
from ..owed import dated, lines
from .papers import paper_token


def registered(made: Submitted) -> dict[str, Any]:
    """The answer to a registration."""
    case, invoice = made.case, made.invoice
    return {
        "number": case.number,
        "tracking_code": made.tracking_code,
        "state": case.state,
        "due_at": end_of(case.promised_on or case.law_due_on),
        "invoice": {**money(invoice.amount), "lines": lines(made.lines)} if invoice is not None else None,
        "links": {
            "self": address("cases", case.number),
            "track": address("T", f"{case.number}-{made.tracking_code}", api=False),
            "slip": address("cases", case.number, "slip"),
        },
    }


def moved(case: Case) -> dict[str, Any]:
    """The answer to an act: where the case stands after it."""
    return {"number": case.number, "state": case.state, "decision": case.decision, "links": links(case.number)}


def row(one: CaseRow) -> dict[str, Any]:
    """A line of a list."""
    return {
        "number": one.number,
        "service": one.service_key,
        "service_name": said(one.service),
        "applicant": one.person,
        "unit": place(one.unit),
        "state": one.state,
        "submitted_at": moment(one.submitted_at),
        "promised_on": day(one.promised_on),
        "law_due_on": day(one.law_due_on),
        "links": links(one.number),
    }


def links(number: str) -> dict[str, str]:
    """Where to go on from a case."""
    return {
        "self": address("cases", number),
        "papers": address("cases", number, "papers"),
        "slip": address("cases", number, "slip"),
    }


def whole(case: CaseView) -> dict[str, Any]:
    """A case with everything its reader may see."""
    return {
        "number": case.number,
        "service": case.service.key,
        "service_name": said(case.service.name),
        "unit": place(case.unit),
        "channel": case.channel,
        "state": case.state,
        "decision": case.decision,
        "decided_on": day(case.decided_on),
        "by_law": (said(case.by_law.article) or "") if case.by_law else None,
        "reason": said(case.reason),
        "submitted_at": moment(case.submitted_at),
        "ended_at": moment(case.ended_at),
        "due_at": end_of(case.promised_on or case.law_due_on),
        "promised_on": day(case.promised_on),
        "law_due_on": day(case.law_due_on),
        "promise": dated(case.promised_on, case.moves, "promise"),
        "law_limit": dated(case.law_due_on, case.moves, "law"),
        "applicant": person(case.person),
        "registrar": case.registrar,
        "steps": [step(one) for one in case.steps],
        "tasks": [task(one) for one in case.tasks],
        "answers": answers(case),
        "documents": documents(case),
        "invoices": [invoice(one) for one in case.invoices],
        "papers": [paper(case.number, one) for one in case.papers],
        "history": [act(one) for one in case.history],
        "links": links(case.number),
    }


def person(one: PersonView | None) -> dict[str, str] | None:
    """The applicant, masked as the reader's role asks."""
    if one is None:
        return None
    return {
        "kind": one.kind,
        "name": one.name,
        "number_kind": one.number_kind,
        "number": one.number_masked,
        "mobile": one.mobile_masked,
    }


def step(one: StepView) -> dict[str, Any]:
    return {
        "key": one.key,
        "name": said(one.name),
        "kind": one.kind,
        "status": one.status,
        "at": moment(one.at),
        "due_on": day(one.due_on),
    }


def task(one: TaskView) -> dict[str, Any]:
    return {
        "id": str(one.id),
        "step": one.step,
        "name": said(one.name),
        "kind": one.kind,
        "role": one.role,
        "department": one.department,
        "unit": place(one.place),
        "assignee": one.assignee,
        "mine": one.mine,
        "due_on": day(one.due_on),
        "actions": [action(each) for each in one.actions],
    }


def action(one: ActionView) -> dict[str, Any]:
    return {"key": one.key, "kind": one.kind, "label": said(one.label), "input": one.input}


def answers(case: CaseView) -> list[dict[str, Any]]:
    """The answers of the form and of each step."""
    return [
        {"key": a.key, "label": said(a.label), "value": a.value, "shown": a.shown, "hidden": a.hidden, "step": a.step}
        for a in case.answers
    ]


def documents(case: CaseView) -> list[dict[str, Any]]:
    """The papers brought."""
    return [
        {
            "id": str(d.id),
            "kind": d.kind,
            "name": said(d.name),
            "media_type": d.media_type,
            "size": d.size,
            "seen_original": d.seen_original,
            "hidden": d.hidden,
        }
        for d in case.documents
    ]


def invoice(one: InvoiceView) -> dict[str, Any]:
    paid_by = one.receipt_number
    return {
        "id": str(one.id),
        "state": one.state,
        **money(one.total),
        "lines": lines(one.lines),
        "receipt_number": paid_by,
    }


def paper(number: str, one: PaperView) -> dict[str, Any]:
    """A paper with where to read it and, when it is signed, where anybody may verify it."""
    token = paper_token(one)
    found = {"pdf": address("cases", number, "papers", str(one.id))}
    if token:
        found["verify"] = address("V", token, api=False)
    return {
        "id": str(one.id),
        "key": one.key,
        "kind": one.kind,
        "number": one.number,
        "name": said(one.name),
        "status": one.status,
        "issued_at": moment(one.issued_at),
        "valid_until": day(one.valid_until),
        "token": token or None,
        "links": found,
    }


def act(one: ActView) -> dict[str, Any]:
    return {
        "at": moment(one.at),
        "by": one.by,
        "step": said(one.step),
        "action": said(one.action),
        "kind": one.kind,
        "reason": said(one.reason),
        "note": one.note,
    }
