"""A service as its page shows it: the definition turned into words for one reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from shubbak.catalogue.exports.amounts import Bounds
from shubbak.design.formats import calendar_days, said, working_days
from shubbak.design.shapes import Stop
from shubbak.flow.definition import FeeLine, Limit, ServiceDefinition, Step
from shubbak.kernel.decimals import is_within
from shubbak.kernel.money import Money, total
from shubbak.places.queries import departments

from .conditions import Words
from .labels import LEVELS, applicant, channel, role, unit_kind

_PASSED = frozenset({"fork", "join", "end", "citizen"})


@dataclass(frozen=True, slots=True)
class PaperShown:
    """A paper to bring; `when` says in which case, `optional` that it may be left out."""

    name: Any
    hint: Any
    when: str
    sometimes: bool
    optional: bool


@dataclass(frozen=True, slots=True)
class FeeShown:
    """A line to pay. `exact` when it is the same for all; else `low` and `high` as far as known, and what from."""

    label: Any
    exact: Money | None
    low: Money | None
    high: Money | None
    basis: str
    when: str
    sometimes: bool
    source: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class FeesShown:
    """The lines paid together at one step."""

    step: Any
    lines: tuple[FeeShown, ...]


@dataclass(frozen=True, slots=True)
class LimitShown:
    """A time limit with what it counts from and what silence means."""

    name: Any
    within: str
    starts: str
    stops: str
    silence: str
    article: Any
    rolls: bool
    law: bool
    source: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class ServiceShown:
    """Everything on a service's page."""

    definition: ServiceDefinition
    department: Any
    level: Any
    who: tuple[str, ...]
    where: tuple[str, ...]
    channels: tuple[str, ...]
    papers: tuple[PaperShown, ...]
    steps: tuple[Stop, ...]
    fees: tuple[FeesShown, ...]
    limits: tuple[LimitShown, ...]
    shortest: str
    validity: str
    illustrative: bool

    @property
    def free(self) -> bool:
        return not self.fees

    @property
    def total(self) -> Money | None:
        """What everybody pays, when it is the same for all."""
        lines = [line for part in self.fees for line in part.lines]
        if any(line.exact is None or line.when or line.sometimes for line in lines):
            return None
        return total([line.exact for line in lines if line.exact is not None])

    @property
    def lawful(self) -> bool:
        """Whether a law limits the time."""
        return any(limit.law for limit in self.limits)

    @property
    def fee_sources(self) -> tuple[tuple[Any, str], ...]:
        """Each line that has a source, once."""
        told = {str(line.label): (line.label, line.source) for part in self.fees for line in part.lines if line.source}
        return tuple(told.values())


def shown(service: ServiceDefinition) -> ServiceShown:
    """The page of one service in the language now spoken."""
    words = Words(service)
    bounds = Bounds(service)
    fees = tuple(_fees(service, step, words, bounds) for step in service.flow.steps.values() if step.fee_set)
    limits = tuple(_limit(limit, service) for limit in service.limits)
    doubtful = [line.illustrative for part in fees for line in part.lines] + [limit.illustrative for limit in limits]
    return ServiceShown(
        definition=service,
        department=departments().get(service.department, ""),
        level=LEVELS.get(service.level, ""),
        who=tuple(applicant(kind) for kind in service.applicants),
        where=tuple(unit_kind(kind) for kind in service.offered_by),
        channels=tuple(channel(one) for one in service.channels),
        papers=tuple(_paper(document, words) for document in service.documents),
        steps=tuple(_stop(step, service) for step in service.flow.steps.values() if step.kind not in _PASSED),
        fees=fees,
        limits=limits,
        shortest=shortest(service),
        validity=_validity(service),
        illustrative=service.illustrative or service.law.illustrative or any(doubtful),
    )


def shortest(service: ServiceDefinition) -> str:
    """How soon the office promises an answer, else the law; empty when neither says."""
    limit = next((one for one in service.limits if one.kind != "law"), None) or next(iter(service.limits), None)
    return _days(limit.days, limit.unit) if limit is not None else ""


def is_free(service: ServiceDefinition) -> bool:
    """Whether nothing is paid on the way."""
    return not any(step.fee_set for step in service.flow.steps.values())


def _paper(document: Any, words: Words) -> PaperShown:
    when = words.condition(document.when) or words.condition(document.required)
    sometimes = document.when is not None or not isinstance(document.required, bool)
    return PaperShown(document.name, document.hint, when, sometimes and not when, document.required is False)


def _stop(step: Step, service: ServiceDefinition) -> Stop:
    parts = [_("you")] if step.kind == "payment" and step.promise is None else []
    if step.kind in ("work", "issue") and step.role:
        parts.append(role(step.role))
    if step.department and step.department != service.department and step.kind != "payment":
        parts.append(said(departments().get(step.department, "")))
    if step.promise is not None:
        within = _days(step.promise.days, step.promise.unit)
        parts.append(_("you have %s to pay") % within if step.kind == "payment" else within)
    return Stop(step.name, "ahead", note=" · ".join(part for part in parts if part))


def _fees(service: ServiceDefinition, step: Step, words: Words, bounds: Bounds) -> FeesShown:
    lines = service.fee_sets[step.fee_set or ""].lines
    return FeesShown(step.name, tuple(_fee(line, words, bounds) for line in lines))


def _fee(line: FeeLine, words: Words, bounds: Bounds) -> FeeShown:
    found = bounds.amount(line)
    low, high = (
        Money.rounded(bound) if bound is not None and is_within(bound) else None for bound in (found.low, found.high)
    )
    same = low is not None and low == high
    when = words.condition(line.when)
    return FeeShown(
        label=line.label,
        exact=low if same else None,
        low=low,
        high=high,
        basis="" if same else words.basis(line),
        when=when,
        sometimes=line.when is not None and not when,
        source=line.source,
        illustrative=line.illustrative,
    )


def _limit(limit: Limit, service: ServiceDefinition) -> LimitShown:
    tacit = limit.tacit
    return LimitShown(
        name=limit.name or (_("The limit of the law") if limit.kind == "law" else _("Our promise")),
        within=_days(limit.days, limit.unit),
        starts=_starts(limit.starts, service),
        stops=_("It stops while we wait for you.") if "waiting_citizen" in limit.pauses else "",
        silence=_silence(tacit.decision) if tacit else "",
        article=tacit.article if tacit else "",
        rolls=limit.rollover == "next_working",
        law=limit.kind == "law",
        source=limit.source,
        illustrative=limit.illustrative,
    )


def _days(count: int, unit: str) -> str:
    return working_days(count) if unit == "working" else calendar_days(count)


def _starts(starts: str, service: ServiceDefinition) -> str:
    if starts.startswith("step:"):
        step = service.flow.steps.get(starts.removeprefix("step:"))
        return _("from the step “%s”") % said(step.name) if step else ""
    return {
        "submission": _("from the day you apply"),
        "file_complete": _("from the day your file is complete"),
        "fee_paid": _("from the day you pay"),
        "notice": _("from the day you are told"),
    }.get(starts, "")


def _silence(decision: str) -> str:
    return {
        "approval": _("If it passes without an answer, the law counts that as approval."),
        "refusal": _("If it passes without an answer, the law counts that as refusal, and you may appeal."),
        "acceptance": _(
            "If it passes without an answer, the law counts that as preliminary acceptance, not as the licence itself."
        ),
    }.get(decision, "")


def _validity(service: ServiceDefinition) -> str:
    if service.output is None:
        return ""
    if service.output.validity is not None:
        return _("by what was asked for")
    days = service.output.validity_days
    if days is None:
        return _("no end date")
    if days % 365:
        return calendar_days(days)
    return ngettext("%(n)d year", "%(n)d years", days // 365) % {"n": days // 365}
