"""A service, as JSON."""

from __future__ import annotations

from typing import Any

from django.utils.translation import get_language

from shubbak.flow.answers import json_schema
from shubbak.flow.definition import FeeLine, Limit, Output, Rate, ServiceDefinition
from shubbak.flow.expressions import Expr

from ..answers import address, said


def row(service: ServiceDefinition) -> dict[str, Any]:
    """A line of the list."""
    return {
        "key": service.key,
        "name": said(service.name),
        "summary": said(service.summary),
        "department": service.department,
        "level": service.level,
        "life_events": list(service.life_events),
        "offered_by": list(service.offered_by),
        "channels": list(service.channels),
        "applicants": list(service.applicants),
        "illustrative": service.illustrative,
        "links": {"self": address("services", service.key), "page": address("services", service.key, "", api=False)},
    }


def whole(service: ServiceDefinition) -> dict[str, Any]:
    """All that is asked, owed and promised."""
    law = service.law
    return {
        **row(service),
        "law": {
            "title": said(law.title),
            "article": law.article,
            "source": law.source,
            "illustrative": law.illustrative,
        },
        "form": json_schema(service.fields, get_language() or "ar"),
        "documents": [
            {
                "kind": document.key,
                "name": said(document.name),
                "required": condition(document.required) if isinstance(document.required, Expr) else document.required,
                "when": condition(document.when),
                "hint": said(document.hint),
                "source": document.source,
            }
            for document in service.documents
        ],
        "fees": [
            {"step": step.key, "name": said(step.name), "lines": [fee(x) for x in service.fee_sets[step.fee_set].lines]}
            for step in service.flow.steps.values()
            if step.fee_set
        ],
        "rates": [rate(one) for one in service.rates],
        "limits": [limit(one) for one in service.limits],
        "output": issued(service.output) if service.output else None,
        "eligibility": [said(one) for one in service.eligibility],
        "sources": list(service.sources),
    }


def issued(output: Output) -> dict[str, Any]:
    """The paper that comes out, and how long it holds."""
    return {
        "kind": output.kind,
        "name": said(output.name),
        "validity_days": output.validity_days,
        "validity_rule": output.validity.text if output.validity else None,
        "source": output.source,
        "illustrative": output.illustrative,
    }


def fee(line: FeeLine) -> dict[str, Any]:
    """A line of a fee set."""
    return {
        "code": line.code,
        "label": said(line.label),
        "amount": condition(line.amount),
        "when": condition(line.when),
        "percent": line.percent,
        "of": list(line.of),
        "settlement_code": line.settlement_code,
        "source": line.source,
        "illustrative": line.illustrative,
    }


def rate(one: Rate) -> dict[str, Any]:
    """A figure that amounts name, with what it is elsewhere and at other times."""
    return {
        "key": one.key,
        "label": said(one.label),
        "amount": one.amount,
        "unit": said(one.unit),
        "source": one.source,
        "illustrative": one.illustrative,
        "overrides": [
            {
                "amount": override.amount,
                "governorate": override.governorate,
                "unit": override.unit,
                "since": override.since,
                "until": override.until,
                "source": override.source,
            }
            for override in one.overrides
        ],
    }


def limit(one: Limit) -> dict[str, Any]:
    """A limit, with what silence means."""
    tacit = one.tacit
    return {
        "key": one.key,
        "kind": one.kind,
        "name": said(one.name),
        "days": one.days,
        "unit": one.unit,
        "starts": one.starts,
        "pauses": list(one.pauses),
        "rollover": one.rollover,
        "tacit": {"decision": tacit.decision, "article": said(tacit.article) or ""} if tacit else None,
        "source": one.source,
        "illustrative": one.illustrative,
    }


def condition(expression: Expr | None) -> dict[str, Any] | None:
    """An expression as its text and as the tree that Shubbak itself walks."""
    return {"text": expression.text, "tree": expression.tree} if expression is not None else None
