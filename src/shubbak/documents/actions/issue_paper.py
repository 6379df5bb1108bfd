"""Issue a paper: what it says is kept now, its print is made when somebody first reads it."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from shubbak.kernel import clock, keys
from shubbak.kernel.actor import Actor
from shubbak.places import queries as places
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from ..models import Paper
from ..permits.claims import PermitClaims
from ..printing.press import FACTS
from ..printing.templates import TEMPLATES
from .sign_paper import sign_paper


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
    public: PermitClaims | None = None,
) -> Paper:
    """A new paper that says `facts`: plain JSON values, pairs of languages where they are words.

    With `public` it is signed: its QR carries that statement and it can be suspended and revoked. Two statements: the
    paper and its trail row; the first signed paper of a process looks up its key and status list besides.
    """
    if template not in TEMPLATES:
        raise ValueError(f"no template {template!r}")
    paper = Paper(
        kind=kind,
        number=number,
        subject_id=subject_id,
        unit=unit,
        governorate=places.unit(unit).governorate,
        template=template,
        facts_sealed=keys.ring().seal_text(json.dumps(facts, ensure_ascii=False), FACTS),
        issued_at=clock.now(),
        issued_by_id=by.id,
    )
    if public is not None:
        sign_paper(paper, public=public)
    else:
        paper.save(force_insert=True)
    kept = {"kind": kind, "number": number, "signed": public is not None, "check_code": paper.check_code}
    record(by=by, act="documents.issued", subject="paper", subject_id=paper.id, unit=unit, facts=kept)
    return paper
