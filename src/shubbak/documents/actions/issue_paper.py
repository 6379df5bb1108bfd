"""Issue a paper: what it says is kept now, the print is made when somebody first reads it."""

from __future__ import annotations

import dataclasses
import json
import secrets
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from shubbak.kernel import clock, keys
from shubbak.kernel.actor import Actor
from shubbak.kernel.ids import CROCKFORD
from shubbak.places import queries as places
from shubbak.trail.whole import whole

from ..models import Paper
from ..permits.claims import PermitClaims, to_map
from ..permits.token import LIST_SIZE, seal_claims
from .ensure_signing_key import ensure_signing_key

FACTS = "documents.facts"
_PLACE = """
WITH current AS (
    SELECT coalesce(max(serial), 1) AS serial FROM documents_statuslist WHERE governorate = %(governorate)s
), chosen AS (
    SELECT serial + ((
        SELECT count(*) FROM documents_paper WHERE status_list_id = %(governorate)s || '-' || serial
    ) * 2 > %(size)s)::int AS serial FROM current
), opened AS (
    INSERT INTO documents_statuslist (id, governorate, serial, opened_at)
    SELECT %(governorate)s || '-' || serial, %(governorate)s, serial, %(now)s FROM chosen ON CONFLICT DO NOTHING
)
SELECT %(governorate)s || '-' || serial, candidate FROM chosen, unnest(%(candidates)s::int[]) AS candidate
WHERE NOT EXISTS (
    SELECT 1 FROM documents_paper
    WHERE status_list_id = %(governorate)s || '-' || serial AND status_index = candidate
) LIMIT 1
"""


@whole
def issue_paper(
    *,
    by: Actor,
    kind: str,
    number: str,
    subject_id: UUID,
    unit: str,
    facts: dict[str, Any],
    template: str,
    signed: bool = False,
    valid_until: date | None = None,
    public: PermitClaims | None = None,
) -> Paper:
    """A new paper saying `facts` (plain JSON values). A signed one bears `public` as a statement in its QR.

    One insert; one look-up more for a place in the status list when it is signed.
    """
    paper = Paper(
        kind=kind,
        template=template,
        number=number,
        subject_id=subject_id,
        unit=unit,
        facts_sealed=keys.ring().seal_text(json.dumps(facts, ensure_ascii=False), FACTS),
        issued_at=clock.now(),
        issued_by_id=by.id,
        governorate=places.unit(unit).governorate,
        valid_until=valid_until,
    )
    if signed:
        if public is None:
            raise ValueError("a signed paper needs the claims it states")
        place, index = _place(paper.governorate)
        paper.status_list_id, paper.status_index = place, index
        claims = dataclasses.replace(public, status_list=place, status_index=index)
        paper.token = seal_claims(to_map(claims), ensure_signing_key(claims.issued_at.year))
        paper.check_code = "".join(secrets.choice(CROCKFORD) for _ in range(8))
    paper.save(force_insert=True)
    return paper


def _place(governorate: str) -> tuple[str, int]:
    candidates = [secrets.randbelow(LIST_SIZE) for _ in range(40)]
    values = {"governorate": governorate, "size": LIST_SIZE, "candidates": candidates, "now": clock.now()}
    with connection.cursor() as cursor:
        cursor.execute(_PLACE, values)
        row = cursor.fetchone()
    if row is None:
        raise RuntimeError("forty random places in the status list were all taken")
    return row[0], row[1]
