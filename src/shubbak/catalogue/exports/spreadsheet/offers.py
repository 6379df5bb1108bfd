"""The sheets of what a service is and asks: services, documents, questions, reasons."""

from __future__ import annotations

from collections.abc import Iterator

from shubbak.flow.definition import Field, ServiceDefinition
from shubbak.flow.expressions import Expr
from shubbak.flow.words import Text

from .. import naming
from ..conditions import Wording
from .sheet import Row, Sheet, both, column, one, pair, several, vouched, yes_no

_IN_FORM = Text("نموذج الطلب", "The form")
_KINDS = {
    "text": Text("نص", "Text"),
    "long_text": Text("نص طويل", "Long text"),
    "number": Text("رقم", "Number"),
    "whole": Text("رقم صحيح", "Whole number"),
    "money": Text("مبلغ", "Money"),
    "date": Text("تاريخ", "Date"),
    "yes_no": Text("نعم أو لا", "Yes or no"),
    "choice": Text("اختيار", "Choice"),
    "many": Text("اختيار متعدد", "Several choices"),
    "national_id": Text("رقم قومي", "National id"),
    "mobile": Text("هاتف محمول", "Mobile"),
    "email": Text("بريد إلكتروني", "E-mail"),
    "address": Text("عنوان", "Address"),
    "plot": Text("رقم قطعة", "Plot"),
    "arabic": Text("نص عربي", "Arabic text"),
    "parcel": Text("قطعة أرض", "Parcel"),
    "point": Text("موضع على الخريطة", "Point on the map"),
    "file": Text("ملف", "File"),
    "group": Text("مجموعة متكررة", "Repeating group"),
    "computed": Text("محسوب", "Computed"),
    "earlier": Text("طلب أو ترخيص سابق", "Earlier case or permit"),
}


def _services(service: ServiceDefinition) -> Iterator[Row]:
    law, output = service.law, service.output
    promise = next((limit for limit in service.limits if limit.kind == "promise"), None)
    lines = sum(len(part.lines) for part in service.fee_sets.values())
    yield (
        *both(service.summary),
        one(naming.LEVELS.get(service.level)),
        one(naming.department(service.department)),
        "\n".join(one(naming.UNITS.get(kind)) for kind in service.offered_by),
        "\n".join(one(naming.CHANNELS.get(kind)) for kind in service.channels),
        "\n".join(one(naming.APPLICANTS.get(kind)) for kind in service.applicants),
        "\n".join(one(naming.LIFE_EVENTS.get(kind)) for kind in service.life_events),
        *several(service.eligibility),
        *both(law.title),
        law.article,
        law.source,
        vouched(law.source, law.illustrative),
        *both(output.name if output else None),
        output.series if output else "",
        output.validity_days if output else None,
        output.source if output else "",
        vouched(output.source, output.illustrative) if output else "",
        one(naming.days(promise.days, promise.unit)) if promise else "",
        len(service.fields),
        len(service.documents),
        lines,
        len(service.flow.steps),
        "\n".join(service.keywords),
    )


SERVICES = Sheet(
    Text("الخدمات", "Services"),
    (
        *pair("الملخص", "Summary", 44),
        column("المستوى", "Level", 20),
        column("الإدارة", "Department", 26),
        column("تقدمها", "Offered by", 22),
        column("القنوات", "Channels", 26),
        column("مقدم الطلب", "Applicants", 24),
        column("مواقف الحياة", "Life events", 24),
        *pair("الشروط", "Eligibility", 44),
        *pair("القانون", "Law", 36),
        column("المادة", "Article", 12),
        column("مصدر القانون", "Source of the law", 30),
        column("سند القانون", "Law vouched for", 20),
        *pair("المستند الناتج", "Output", 26),
        column("السلسلة", "Series", 10),
        column("مدة السريان بالأيام", "Validity in days", 12),
        column("مصدر المستند", "Source of the output", 30),
        column("سند المستند", "Output vouched for", 20),
        column("الوعد", "Promise", 22),
        column("عدد الأسئلة", "Questions", 10),
        column("عدد المستندات", "Documents", 10),
        column("عدد بنود الرسوم", "Fee lines", 10),
        column("عدد الخطوات", "Steps", 10),
        column("كلمات البحث", "Keywords", 26),
    ),
    _services,
)


def _documents(service: ServiceDefinition) -> Iterator[Row]:
    wording = Wording(service)
    for document in service.documents:
        yield (
            document.key,
            *both(document.name),
            *both(document.hint),
            *both(wording.condition(document.when)),
            _required(document.required, wording),
            yes_no(document.identifies),
            document.source,
            vouched(document.source, False),
        )


DOCUMENTS = Sheet(
    Text("المستندات", "Documents"),
    (
        column("مفتاح المستند", "Document key", 20),
        *pair("المستند", "Document", 36),
        *pair("إيضاح", "Hint", 34),
        *pair("يُطلب إذا", "Asked for if", 34),
        column("لازم", "Required", 16),
        column("يكشف الهوية", "Identifies", 12),
        column("المصدر", "Source", 30),
        column("السند", "Vouched for", 20),
    ),
    _documents,
)


def _required(rule: Expr | bool, wording: Wording) -> str:
    return yes_no(rule) if isinstance(rule, bool) else one(wording.condition(rule))


def _questions(service: ServiceDefinition) -> Iterator[Row]:
    wording = Wording(service)
    for field in service.fields:
        yield from _question(field, _IN_FORM, wording)
    for step in service.flow.steps.values():
        for action in step.actions:
            for field in action.fields:
                yield from _question(field, Text(f"{step.name.ar}: {action.label.ar}", step.name.en), wording)


def _question(field: Field, where: Text, wording: Wording) -> Iterator[Row]:
    yield (
        one(where),
        one(field.group),
        field.key,
        *both(field.label),
        one(_KINDS.get(field.kind)),
        _required(field.required, wording),
        *both(wording.condition(field.when)),
        *several(choice.label for choice in field.choices),
        one(field.unit),
        field.minimum or "",
        field.maximum or "",
        field.value.text if field.value else "",
        *both(field.hint),
        yes_no(field.personal),
        yes_no(field.identifies),
    )
    for row in field.fields:
        yield from _question(row, field.label, Wording.of([*wording.fields.values(), *field.fields]))


QUESTIONS = Sheet(
    Text("الأسئلة", "Questions"),
    (
        column("أين تُسأل", "Where asked", 30),
        column("القسم", "Section", 26),
        column("مفتاح السؤال", "Question key", 20),
        *pair("السؤال", "Question", 32),
        column("النوع", "Kind", 22),
        column("لازم", "Required", 16),
        *pair("يظهر إذا", "Shown if", 34),
        *pair("الاختيارات", "Choices", 30),
        column("الوحدة", "Unit", 16),
        column("الحد الأدنى", "Least", 10),
        column("الحد الأقصى", "Most", 12),
        column("طريقة الحساب", "Worked out as", 26),
        *pair("إيضاح", "Hint", 30),
        column("بيان شخصي", "Personal", 12),
        column("يكشف الهوية", "Identifies", 12),
    ),
    _questions,
)


def _reasons(service: ServiceDefinition) -> Iterator[Row]:
    for reason in service.reasons:
        yield reason.key, *both(reason.text), *both(reason.law), yes_no(reason.law is not None)


REASONS = Sheet(
    Text("أسباب الرفض", "Reasons"),
    (
        column("مفتاح السبب", "Reason key", 20),
        *pair("السبب", "Reason", 44),
        *pair("سنده القانوني", "Its law", 40),
        column("له سند", "Names a law", 12),
    ),
    _reasons,
)
