"""The closed lists of a definition in the words of both languages, for readers outside."""

from __future__ import annotations

from functools import cache

from shubbak.flow.definition import ServiceDefinition, Step
from shubbak.flow.words import Text
from shubbak.places.tree import read as read_facts

LEVELS = {
    "district": Text("الأحياء والمدن والمراكز", "Districts, cities and centres"),
    "diwan": Text("ديوان المحافظة", "Governorate seat"),
    "new_city": Text("المدن الجديدة", "New cities"),
    "partner": Text("الجهات الشريكة", "Partner agencies"),
}
UNITS = {
    "district": Text("حي", "District"),
    "city": Text("مدينة", "City"),
    "markaz": Text("مركز", "Markaz"),
    "new_city": Text("جهاز مدينة جديدة", "New-city agency"),
    "seat": Text("ديوان محافظة", "Governorate seat"),
    "governorate": Text("محافظة", "Governorate"),
    "agency_office": Text("مكتب جهة", "Office of an agency"),
}
CHANNELS = {
    "window": Text("شباك المركز التكنولوجي", "Window of the technology centre"),
    "portal": Text("البوابة", "Portal"),
    "van": Text("المركز المتنقل", "Mobile centre"),
    "phone": Text("الهاتف", "Telephone"),
    "agency": Text("جهة أخرى", "Another authority"),
}
APPLICANTS = {
    "citizen": Text("المواطن المصري", "Egyptian citizen"),
    "foreigner": Text("الأجنبي المقيم", "Resident foreigner"),
    "organisation": Text("شركة أو جمعية", "Company or association"),
    "anybody": Text("أي شخص", "Anybody"),
}
ROLES = {
    "clerk": Text("موظف الشباك", "Window clerk"),
    "cashier": Text("أمين الخزينة", "Cashier"),
    "reviewer": Text("المراجع", "Reviewer"),
    "inspector": Text("المعاين", "Inspector"),
    "department_head": Text("مدير الإدارة", "Head of department"),
    "unit_head": Text("رئيس الوحدة المحلية", "Head of the local unit"),
    "agency_reviewer": Text("مراجع الجهة", "Reviewer of the agency"),
    "archivist": Text("موظف الأرشيف", "Archivist"),
    "centre_manager": Text("مدير المركز", "Manager of the centre"),
}
LIFE_EVENTS = {
    "building": Text("البناء", "Building"),
    "owning-home": Text("تملك مسكن", "Owning a home"),
    "starting-business": Text("بدء نشاط", "Starting a business"),
    "running-business": Text("إدارة نشاط", "Running a business"),
    "work-in-street": Text("العمل في الشارع", "Working in the street"),
    "utilities": Text("المرافق", "Utilities"),
    "vehicles": Text("المركبات", "Vehicles"),
    "identity": Text("إثبات الشخصية", "Identity"),
    "family": Text("الأسرة", "Family"),
    "travel": Text("السفر", "Travel"),
    "property-papers": Text("أوراق العقارات", "Papers of property"),
    "contracts": Text("العقود والتوكيلات", "Contracts and powers of attorney"),
    "farming": Text("الزراعة", "Farming"),
    "education": Text("التعليم", "Education"),
    "health": Text("الصحة", "Health"),
    "help-and-aid": Text("الدعم والمساعدة", "Help and aid"),
    "work": Text("العمل", "Work"),
    "complaints": Text("الشكاوى", "Complaints"),
    "environment": Text("البيئة", "Environment"),
    "investing": Text("الاستثمار", "Investing"),
    "visiting-government": Text("التعامل مع الحكومة", "Dealing with government"),
    "events": Text("الفعاليات", "Events"),
    "transport": Text("النقل", "Transport"),
}
ENDS = {
    "issued": Text("صدر المستند", "Issued"),
    "closed": Text("أُغلق", "Closed"),
    "rejected": Text("رُفض", "Rejected"),
    "withdrawn": Text("سحبه صاحبه", "Withdrawn"),
    "lapsed": Text("انقضت مهلته", "Lapsed"),
}
SILENCE = {
    "approval": Text("السكوت موافقة", "Silence is approval"),
    "refusal": Text("السكوت رفض", "Silence is refusal"),
    "acceptance": Text("السكوت قبول مبدئي", "Silence is preliminary acceptance"),
}


@cache
def departments() -> dict[str, Text]:
    """Every department by key."""
    return {row["key"]: Text(row["name_ar"], row["name_en"]) for row in read_facts("departments")}


@cache
def agencies() -> dict[str, Text]:
    """Every outside agency by key."""
    return {row["key"]: Text(row["name_ar"], row["name_en"]) for row in read_facts("agencies")}


def department(key: str) -> Text:
    """A department's name; its key where the country has no such department."""
    return departments().get(key, Text(key, key))


def place(service: ServiceDefinition, step: Step) -> Text:
    """Where a step is worked on: the department at home, the seat, the unit above, or the agency."""
    if step.place.startswith("agency:"):
        key = step.place.removeprefix("agency:")
        return agencies().get(key, Text(key, key))
    name = department(step.department or service.department)
    if step.place == "seat":
        return Text(f"{name.ar} (ديوان المحافظة)", f"{name.en} (governorate seat)")
    if step.place == "parent":
        return Text(f"{name.ar} (الوحدة الأعلى)", f"{name.en} (unit above)")
    return name


def days(count: int, unit: str) -> Text:
    """A length of time in working or calendar days, the noun as each language counts it."""
    arabic, english = _arabic_days(count), "day" if count == 1 else "days"
    if unit == "working":
        return Text(f"{arabic} عمل", f"{count} working {english}")
    return Text(arabic, f"{count} calendar {english}")


def _arabic_days(count: int) -> str:
    """Arabic has a dual, a plural for three to ten, and the singular above."""
    if count in (1, 2):
        return ("يوم", "يومي")[count - 1]
    return f"{count} أيام" if 3 <= count % 100 <= 10 else f"{count} يوم"
