"""The sheets of what a request goes through: fee lines, rates, limits, steps."""

from __future__ import annotations

from collections.abc import Iterator

from shubbak.flow.definition import Band, FeeLine, Limit, ServiceDefinition, Step, StepAction
from shubbak.flow.words import Text

from .. import naming
from ..amounts import Bounds
from ..conditions import Wording
from .sheet import NO, Row, Sheet, both, column, one, pair, several, vouched, yes_no

_LIMITS = {"law": Text("حد قانوني", "Limit of law"), "promise": Text("وعد المكتب", "Promise")}
_UNITS = {"working": Text("أيام عمل", "Working days"), "calendar": Text("أيام تقويمية", "Calendar days")}
_STARTS = {
    "submission": Text("تقديم الطلب", "Submission"),
    "file_complete": Text("اكتمال الملف", "File complete"),
    "fee_paid": Text("سداد الرسم", "Fee paid"),
    "notice": Text("الإخطار", "Notice"),
}
_STATES = {
    "waiting_citizen": Text("انتظار المواطن", "Waiting for the citizen"),
    "waiting_payment": Text("انتظار السداد", "Waiting for payment"),
}
_STEPS = {
    "work": Text("عمل", "Work"),
    "citizen": Text("المواطن", "Citizen"),
    "payment": Text("سداد", "Payment"),
    "fork": Text("تفرع", "Fork"),
    "join": Text("التقاء", "Join"),
    "issue": Text("إصدار", "Issue"),
    "end": Text("نهاية", "End"),
}
_DUTIES = {
    "front": Text("استقبال", "Front"),
    "examine": Text("فحص", "Examine"),
    "inspect": Text("معاينة", "Inspect"),
    "approve": Text("اعتماد", "Approve"),
    "collect": Text("تحصيل", "Collect"),
    "reply": Text("رد", "Reply"),
}
_ROLLS = Text("إلى يوم العمل التالي", "To the next working day")


def _fee_lines(service: ServiceDefinition) -> Iterator[Row]:
    bounds, wording = Bounds(service), Wording(service)
    labels = {line.code: line.label for part in service.fee_sets.values() for line in part.lines}
    steps = {step.fee_set: step.name for step in service.flow.steps.values() if step.fee_set}
    for part in service.fee_sets.values():
        for line in part.lines:
            found = bounds.amount(line)
            yield (
                one(steps.get(part.key)),
                part.key,
                line.code,
                *both(line.label),
                *several(_tariff(line, labels)),
                line.amount.text,
                found.low,
                found.high,
                line.settlement_code,
                *both(wording.condition(line.when)),
                line.source,
                vouched(line.source, line.illustrative),
            )


def _tariff(line: FeeLine, labels: dict[str, Text]) -> Iterator[Text]:
    """What a line is made of, a sentence each: a percentage of which lines, or its bands."""
    if line.percent is not None:
        named = [labels[code] for code in line.of if code in labels]
        arabic, english = "، ".join(text.ar for text in named), ", ".join(text.en for text in named)
        yield Text(f"{line.percent}% من: {arabic}", f"{line.percent}% of: {english}")
    for band in (*line.bands, *line.slices):
        yield _band(band)


def _band(band: Band) -> Text:
    if band.up_to is None:
        return Text(f"ما زاد: {band.amount.text}", f"above: {band.amount.text}")
    return Text(f"حتى {band.up_to}: {band.amount.text}", f"up to {band.up_to}: {band.amount.text}")


FEE_LINES = Sheet(
    Text("بنود الرسوم", "Fee lines"),
    (
        column("تُسدد عند", "Paid at", 34),
        column("المجموعة", "Set", 14),
        column("مفتاح البند", "Line key", 20),
        *pair("البند", "Line", 30),
        *pair("الشرائح أو النسبة", "Bands or percentage", 26),
        column("طريقة الحساب", "Amount", 40),
        column("الأدنى بالجنيه", "Least, pounds", 12),
        column("الأقصى بالجنيه", "Most, pounds", 14),
        column("رمز التسوية", "Settlement", 14),
        *pair("يُسدد إذا", "Due if", 30),
        column("المصدر", "Source", 30),
        column("السند", "Vouched for", 20),
    ),
    _fee_lines,
)


def _rates(service: ServiceDefinition) -> Iterator[Row]:
    for rate in service.rates:
        unit = one(rate.unit)
        yield (rate.key, *both(rate.label), rate.amount, unit, "", "", "", "", "", rate.source,
               vouched(rate.source, rate.illustrative))  # fmt: skip
        for over in rate.overrides:
            yield (rate.key, *both(rate.label), over.amount, unit, over.governorate, over.unit, over.since, over.until,
                   over.schedule, over.source, vouched(over.source, over.illustrative))  # fmt: skip


RATES = Sheet(
    Text("الفئات", "Rates"),
    (
        column("مفتاح الفئة", "Rate key", 20),
        *pair("الفئة", "Rate", 30),
        column("القيمة", "Amount", 12),
        column("الوحدة", "Unit", 24),
        column("المحافظة", "Governorate", 12),
        column("الوحدة المحلية", "Local unit", 12),
        column("من", "From", 12),
        column("إلى", "Until", 12),
        column("القرار", "Schedule", 20),
        column("المصدر", "Source", 30),
        column("السند", "Vouched for", 20),
    ),
    _rates,
)


def _limits(service: ServiceDefinition) -> Iterator[Row]:
    for limit in service.limits:
        tacit = limit.tacit
        yield (
            limit.key,
            *both(limit.name),
            one(_LIMITS.get(limit.kind)),
            limit.days,
            one(_UNITS.get(limit.unit)),
            _begins(service, limit),
            "\n".join(one(_STATES.get(state, Text(state, state))) for state in limit.pauses),
            one(_ROLLS) if limit.rollover == "next_working" else one(NO),
            one(naming.SILENCE[tacit.decision]) if tacit else "",
            *both(tacit.article if tacit else None),
            one(service.step(tacit.goto).name) if tacit else "",
            limit.source,
            vouched(limit.source, limit.illustrative),
        )


def _begins(service: ServiceDefinition, limit: Limit) -> str:
    if limit.starts.startswith("step:"):
        return one(service.step(limit.starts.removeprefix("step:")).name)
    return one(_STARTS.get(limit.starts))


LIMITS = Sheet(
    Text("المواعيد", "Limits"),
    (
        column("مفتاح الموعد", "Limit key", 16),
        *pair("الموعد", "Limit", 28),
        column("النوع", "Kind", 22),
        column("الأيام", "Days", 8),
        column("الحساب", "Counted in", 26),
        column("يبدأ من", "Begins with", 28),
        column("يقف أثناء", "Pauses while", 32),
        column("يمتد إذا صادف عطلة", "Rolls over", 24),
        column("أثر السكوت", "Silence", 34),
        *pair("سنده", "Its article", 34),
        column("ينتقل إلى", "Goes on at", 34),
        column("المصدر", "Source", 36),
        column("السند", "Vouched for", 20),
    ),
    _limits,
)


def _steps(service: ServiceDefinition) -> Iterator[Row]:
    for number, step in enumerate(service.flow.steps.values(), 1):
        yield (
            number,
            step.key,
            *both(step.name),
            one(_STEPS.get(step.kind)),
            one(naming.ROLES.get(step.role or "")),
            one(naming.place(service, step)) if step.role else "",
            one(_DUTIES.get(step.duty or "")),
            yes_no(step.assignment == "draw"),
            yes_no(step.blind),
            one(naming.days(step.promise.days, step.promise.unit)) if step.promise else "",
            *several(_way(service, step, action) for action in step.actions),
            one(naming.ENDS.get(step.ends or "")),
        )


def _way(service: ServiceDefinition, step: Step, action: StepAction) -> Text:
    targets = [service.step(route.step).name for route in action.to]
    targets = targets or ([service.step(step.next).name] if step.next else [])
    arabic, english = " أو ".join(name.ar for name in targets), " or ".join(name.en for name in targets)
    return Text(f"{action.label.ar} ← {arabic}", f"{action.label.en} → {english}")


STEPS = Sheet(
    Text("الخطوات", "Steps"),
    (
        column("الترتيب", "Order", 8),
        column("مفتاح الخطوة", "Step key", 18),
        *pair("الخطوة", "Step", 32),
        column("النوع", "Kind", 18),
        column("الدور", "Role", 30),
        column("المكان", "Place", 36),
        column("الواجب", "Duty", 18),
        column("بالقرعة", "Drawn by lot", 10),
        column("دون اسم", "Blind", 10),
        column("الوعد", "Promise", 24),
        *pair("الإجراءات", "Actions", 46),
        column("تنتهي إلى", "Ends", 22),
    ),
    _steps,
)
