"""What the cast does, by the real actions."""

from __future__ import annotations

from random import Random
from uuid import UUID

from shubbak.cases.actions import Applicant, Paper, act, claim, submit, take_payment, withdraw
from shubbak.cases.facts import facts_of
from shubbak.catalogue.queries import current
from shubbak.documents.actions import receive_upload
from shubbak.flow.answers import check, documents_needed
from shubbak.kernel import clock
from shubbak.kernel.actor import Actor, Role
from shubbak.kernel.money import Money
from shubbak.payments.queries import lawful_means
from shubbak.places.queries import unit

from . import fates
from .crew import Crew
from .places import Place
from .replies import Setting, to_action, to_form
from .requests import Request
from .samples import sample
from .standing import OpenTask


def register(request: Request, place: Place, crew: Crew) -> UUID:
    """The clerk registers a request; the key of its case."""
    clerk, service = crew.of(Role.CLERK, place.code), current(request.service).service
    person, chance = request.applicant, Random(f"form/{request.seed}")
    facts = facts_of(unit(place.code), applicant_kind=person.kind, submitted_on=clock.today())
    setting = Setting(chance, clock.today(), place.governorate, person)
    given, _ = check(service, to_form(service, setting), facts)
    needed = [need.kind for need in documents_needed(service, given, facts) if need.required]
    papers = [_paper(clerk, kind.key, kind.name.ar, scanned=request.scanned) for kind in needed]
    submitted = submit(
        by=clerk,
        service=request.service,
        unit=place.code,
        channel=request.channel,
        applicant=Applicant(person.kind, person.number, person.name, person.mobile),
        answers=given,
        documents=papers,
    )
    return submitted.case.pk


def _paper(clerk: Actor, kind: str, title: str, *, scanned: bool) -> Paper:
    if not scanned:
        return Paper(kind, None, True)
    name, content = sample(kind, title)
    return Paper(kind, receive_upload(by=clerk, name=name, content=content).id, True)


def do(task: OpenTask, crew: Crew) -> str:
    """Somebody does an open task as its fate says; what was done (the means of a payment), or nothing."""
    if task.kind == "payment":
        return _pay(task, crew)
    if fates.fate(task.number, task.service) == "withdrawn" and not task.standing.decided:
        withdraw(by=crew.of(Role.CLERK, task.number[:4]), case_id=task.case_id, note="رغبة مقدم الطلب.")
        return "withdrawn"
    actor = crew.whoever(task)
    return _act(task, actor) if actor is not None else ""


def _act(task: OpenTask, actor: Actor) -> str:
    chosen = fates.action_of(task.standing, task.definition, task.service)
    chance = Random(f"deed/{task.number}/{task.step}/{task.standing.opened}")
    if task.kind == "work" and task.assignee_id is None and chance.random() < 0.03:
        claim(by=actor, case_id=task.case_id, task_id=task.id)
    act(
        by=actor,
        case_id=task.case_id,
        task_id=task.id,
        action=chosen.key,
        answers=to_action(task.service.key, chosen, chance, clock.today()),
        note=chance.choice(fates.NOTES) if chosen.kind == "return" else "",
        reason=chance.choice(chosen.reasons) if chosen.reasons else "",
    )
    return chosen.key


def _pay(task: OpenTask, crew: Crew) -> str:
    amount, chance = Money(task.due), Random(f"pay/{task.number}/{task.step}")
    lawful = [str(means) for means in lawful_means(amount, clock.today())]
    means = "cash" if "cash" in lawful and chance.random() < 0.7 else lawful[-1] if len(lawful) == 1 else "card"
    reference = "" if means == "cash" else f"{chance.randrange(10**8, 10**9)}"
    cashier = crew.of(Role.CASHIER, task.unit)
    take_payment(by=cashier, case_id=task.case_id, means=means, amount=amount, reference=reference, task_id=task.id)
    return means
