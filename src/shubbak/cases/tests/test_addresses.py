"""An address names a unit that there is."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from shubbak.cases.actions import Paper
from shubbak.cases.models import Case
from shubbak.cases.queries.addresses import nowhere
from shubbak.kernel.refusal import Invalid
from tests.trial_services import EVERY_KIND, PAPERS, load_trials

from .town import Town


@pytest.mark.parametrize(
    "where", [{"governorate": "04", "unit": "0499ZZ"}, {"governorate": "99"}, {"unit": "०४०२"}, {"governorate": "٠०"}]
)
def test_a_place_that_is_none_is_refused_where_it_stands(town: Town, where: dict[str, str]) -> None:
    load_trials()
    answers = {**EVERY_KIND, "where": {**where, "street": "شارع الجيش 3"}}
    with pytest.raises(Invalid) as refused:
        town.submit("every-kind", answers=answers, documents=[Paper(kind, seen_original=True) for kind in PAPERS])
    assert [(fault.at, fault.code) for fault in refused.value.faults] == [("answers.where", "address_unit")]
    assert not Case.objects.exists()


def test_what_is_known_costs_no_statement_in_rows_either(town: Town) -> None:
    where: Any = SimpleNamespace(key="where", kind="address", fields=())
    group: Any = SimpleNamespace(key="shops", kind="group", fields=(where,))
    rows = [{"where": {"governorate": governorate, "unit": unit, "street": "x"}} for governorate, unit in
            (("04", "0402"), ("12", ""), ("", ""), ("", "0402"))]  # fmt: skip
    with CaptureQueriesContext(connection) as asked:
        found = [fault.at for fault in nowhere((group,), {"shops": rows})]
    assert (found, len(asked)) == (["answers.shops.3.where"], 0)
