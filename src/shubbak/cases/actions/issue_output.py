"""Issue what the service promised: a numbered, signed paper that anybody can verify."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from shubbak.documents.actions import PermitClaims, issue_paper, masked_name
from shubbak.documents.jobs import print_paper
from shubbak.flow.definition import Output
from shubbak.flow.validity import valid_until
from shubbak.kernel import clock
from shubbak.kernel.actor import Actor, ActorKind
from shubbak.people.queries import staff_names
from shubbak.places.actions import take_number

from ..held import Held
from ..models import CasePaper
from .paper_facts import both, case_facts, day, shown_answers


def issue_output(held: Held, *, paper: str, by: Actor) -> CasePaper:
    """Number, sign and file the service's output; its print is made in the background before anybody asks for it."""
    case, output = held.case, held.service.output
    if output is None:
        raise ValueError(f"{held.service.key} issues {paper!r} but promises no output")
    facts = {**case_facts(case, held.service), **_permit_facts(held, output, by)}
    until = valid_until(held.service, held.facts(), issued_on=clock.today())
    year = clock.today().year
    serial = take_number(unit=case.unit_id, series=output.series, year=year)
    number = f"{output.series.upper()}-{case.unit_id}-{year}-{serial:05d}"
    issued = issue_paper(
        by=by,
        kind=output.kind,
        number=number,
        subject_id=case.id,
        unit=case.unit_id,
        facts={**facts, "permit_number": number, "valid_until": day(until)},
        template="permit",
        public=_claims(held, output, number, facts, until),
    )
    print_paper.configure(queueing_lock=f"print:{issued.id}").defer(paper_id=str(issued.id))
    return CasePaper.objects.create(case=case, paper=issued, key=paper)


def _permit_facts(held: Held, output: Output, by: Actor) -> dict[str, Any]:
    case = held.case
    limit = next((lim for lim in held.service.limits if lim.key == case.decided_by_law), None)
    signer = staff_names([by.id]).get(by.id, "") if by.kind == ActorKind.STAFF else ""
    return {
        "title": both(output.name),
        "answers": shown_answers(held.service, held.answers),
        "decided_on": day(case.decided_on),
        "by_law": both(limit.tacit.article) if limit and limit.tacit else both(None),
        "signer": signer,
        "illustrative": output.illustrative,
    }


def _claims(held: Held, output: Output, number: str, facts: dict[str, Any], until: date | None) -> PermitClaims:
    answers = held.answers.flat()
    personal = {f.key for f in held.service.fields if f.personal or f.identifies}

    def told(*names: str) -> str:
        found = next((answers[n] for n in names if n in answers and n not in personal), "")
        return str(found)[:60] if not isinstance(found, (dict, list, tuple)) else ""

    end = datetime.combine(until + timedelta(days=1), time(), clock.CAIRO) if until else None
    return PermitClaims(
        issuer=f"EG-{held.case.unit_id}",
        kind=output.kind,
        number=number,
        holder=masked_name(facts["person"]["name"]),
        place=facts["unit"]["ar"],
        use=told("activity", "use", "purpose"),
        area=told("area", "area_m2", "plot_area"),
        issued_at=clock.now(),
        expires_at=end,
    )
