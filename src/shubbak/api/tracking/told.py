"""A tracked case and a verified permit, as JSON."""

from __future__ import annotations

from typing import Any

from shubbak.cases.queries import TrackView
from shubbak.documents.queries import Verification

from ..answers import day, end_of, moment, money, place, said
from ..owed import dated, lines


def tracked(case: TrackView) -> dict[str, Any]:
    """A case for whoever holds its slip."""
    return {
        "number": case.number,
        "service": case.service.key,
        "service_name": said(case.service.name),
        "unit": place(case.unit),
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
        "message": case.message,
        "steps": [
            {"key": s.key, "name": said(s.name), "status": s.status, "at": moment(s.at), "due_on": day(s.due_on)}
            for s in case.steps
        ],
        "invoices": [
            {**money(i.total), "state": i.state, "lines": lines(i.lines), "receipt_number": i.receipt_number}
            for i in case.invoices
        ],
    }


def verified(found: Verification) -> dict[str, Any]:
    """What a permit's token is worth now."""
    claims = found.claims
    return {
        "state": str(found.state),
        "check_code": found.check_code,
        "claims": claims
        and {
            "issuer": claims.issuer,
            "kind": claims.kind,
            "number": claims.number,
            "holder": claims.holder,
            "place": claims.place,
            "use": claims.use,
            "area": claims.area,
            "issued_at": moment(claims.issued_at),
            "valid_until": day(claims.valid_until),
        },
    }
