"""How long what is issued holds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from typing import Any

from shubbak.kernel.refusal import Invalid

from .answers import typed
from .definition import ServiceDefinition
from .expressions import evaluate
from .words import Text

LONGEST = 36_500
"""Days: a hundred years."""
_UNKNOWN = Text(
    "لا يمكن تحديد مدة سريان المستند من بيانات الطلب؛ راجعها قبل الإصدار.",
    "How long the paper holds cannot be worked out from the answers; check them before it is issued.",
)


def valid_until(service: ServiceDefinition, facts: Mapping[str, Any], *, issued_on: date) -> date | None:
    """The last day on which the service's output holds, issued on that day; None where it has no end.

    A rule gives a day, or a number of days from the issue. A day that is past is told as it is: the
    paper came too late. Invalid (code "validity_unknown") when it gives neither, or more than a hundred years: nothing
    is ever issued for ever by mistake.
    """
    output = service.output
    if output is None or (output.validity is None and output.validity_days is None):
        return None
    if output.validity is None:
        return issued_on + timedelta(days=output.validity_days or 0)
    found = evaluate(output.validity.tree, typed(service, facts))
    if isinstance(found, Decimal):
        days = int(found.to_integral_value(ROUND_CEILING))
        until = issued_on + timedelta(days=days) if 0 < days <= LONGEST else None
    else:
        until = found if isinstance(found, date) else None
    if until is None:
        raise Invalid("validity_unknown", _UNKNOWN)
    return until
