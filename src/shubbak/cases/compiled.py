"""The statements every act and every look at the tracking page sends, built once."""

from __future__ import annotations

from functools import lru_cache

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from shubbak.kernel.actor import Grant
from shubbak.trail.statements import ONE, WORD, Compiled, compiled

from . import rules
from .models import Act, Case, CasePaper, MovedDate, Task

PASSAGE = {
    name: name
    for name in ("id", "step", "kind", "state", "acting_unit_id", "invoice_id", "opened_at", "done_at", "due_on")
}
PAPER = {"id": "paper_id", "key": "key"} | {
    name: f"paper__{name}" for name in ("kind", "number", "status", "issued_at", "valid_until")
}


@lru_cache(4096)
def case_in_hand(grants: tuple[Grant, ...] | None, *, by_number: bool = False) -> Compiled[Case]:
    """One case by its key or its number, locked; of those within `grants`, or of all for the office's own jobs.

    Nothing else is read with it: whoever had to wait for the lock would read of other tables what was there before.
    """
    rows = Case.objects.all() if grants is None else rules.visible_within(grants)
    named = rows.filter(number=WORD) if by_number else rows.filter(pk=ONE)
    return compiled(named.select_for_update(of=("self",)))


@lru_cache(1)
def tasks_of_case() -> Compiled[Task]:
    """Every task of one case, oldest first, each with all `deeds` done on the case (which the database finds once)."""
    deeds = ArraySubquery(
        Act.objects.filter(case_id=ONE)
        .order_by("happened_at", "id")
        .values(json=JSONObject(by="by_id", duty="duty", step="step", action="action"))
    )
    return compiled(Task.objects.filter(case_id=ONE).annotate(deeds=deeds).order_by("opened_at", "id"), "deeds")


def with_moves(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Cases with the `moves` of their dates, oldest first: for no statement more."""
    row = JSONObject(at="at", kind="kind", limit="limit", before="before", after="after", ar="why_ar", en="why_en")
    moves = MovedDate.objects.filter(case=OuterRef("pk")).order_by("at", "id").values(json=row)
    return cases.annotate(moves=ArraySubquery(moves))


@lru_cache(1)
def case_by_number() -> Compiled[Case]:
    """The case of one number with all that its tracking page asks: the `moves` of its dates, its `passages` through the
    steps and the papers `issued`, oldest first, and of what was done for the citizen the last `note`, sealed."""
    passages = Task.objects.filter(case=OuterRef("pk")).order_by("opened_at", "id").values(json=_json(PASSAGE))
    papers = CasePaper.objects.filter(case=OuterRef("pk")).order_by("paper__issued_at", "id").values(json=_json(PAPER))
    notes = Act.objects.filter(case=OuterRef("pk"), for_citizen=True).order_by("-happened_at", "-id")
    rows = with_moves(Case.objects.filter(number=WORD)).annotate(
        passages=ArraySubquery(passages),
        issued=ArraySubquery(papers),
        note=ArraySubquery(notes.values(json=JSONObject(sealed="note_sealed"))[:1]),
    )
    return compiled(rows, "moves", "passages", "issued", "note")


def _json(columns: dict[str, str]) -> JSONObject:
    return JSONObject(**columns)
