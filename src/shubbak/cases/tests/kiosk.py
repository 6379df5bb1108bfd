"""A service of the tests' own, whose rates and limits they set: two payments, a rate by the metre, a tax upon it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from shubbak.cases.actions import Submitted
from shubbak.cases.models import Case
from shubbak.catalogue.actions import load
from shubbak.catalogue.queries import forget_catalogue

from .town import Town

PROMISE = """
  promise: {name: {ar: وعد المركز, en: Our promise}, kind: promise, within: 10 working days, illustrative: yes,
    pauses: [waiting_citizen, waiting_payment]}
"""
SERVICE = """
service: stall
level: district
life_events: [work-in-street]
name: {ar: تصريح حامل بضاعة, en: Stall permit}
summary: {ar: تصريح بوضع حامل بضاعة أمام المحل., en: Leave to put a stall before a shop.}
keywords: [حامل, فرشة, حامل بضاعة, فاترينة, بسطة, stall]
department: occupancy
law: {title: {ar: القانون 140 لسنة 1956, en: Law 140 of 1956}, article: 2, illustrative: yes}
offered_by: [district, city, markaz]
channels: [window]
applicants: [citizen]
form:
  - section: {ar: الحامل, en: The stall}
    fields:
      width: {label: {ar: العرض, en: Width}, kind: number, unit: {ar: م, en: m}, min: 1, max: 9}
      months: {label: {ar: المدة بالشهور, en: Months}, kind: whole, min: 1, max: 36}
documents: {}
rates:
  metre_rate:
    label: {ar: فئة الإشغال, en: Occupation rate}
    amount: 30
    unit: {ar: جنيه/م/شهر, en: pounds/m/month}
    source: Law 140 of 1956, schedule 1
    overrides: %(overrides)s
fees:
  examination:
    examination-fee: {label: {ar: رسم النظر, en: Examination fee}, amount: 50, settlement: 12-07-01, illustrative: yes}
  licence:
    occupation:
      label: {ar: رسم الإشغال, en: Occupation}
      amount: width * months * metre_rate
      settlement: 12-07-02
      source: Law 140 of 1956, article 7
    tax: {label: {ar: ضريبة 14%%, en: Tax 14%%}, percent: 14, of: [occupation], settlement: 90-02-14, illustrative: yes}
    stamp: {label: {ar: دمغة, en: Stamp}, amount: 5, settlement: 12-07-02, illustrative: yes}
limits:%(limits)s
flow:
  shape: inspected-licence
reasons:
  incomplete: {text: {ar: الملف غير مستوفٍ, en: The file is incomplete}}
output: {kind: stall-permit, name: {ar: تصريح حامل, en: Stall permit}, series: QT, illustrative: yes}
examples:
  one:
    says: {ar: حامل ثلاثة أمتار, en: A stall of three metres}
    answers: {width: 3, months: 12}
    asks_for: []
    fees: {examination: 50.00}
    walk: [paid, review.accept, inspect.conforms, decide.approve, paid]
    ends: issued
"""
REPORT = {"inspected_on": "2026-03-10", "inspection_report": "مطابق"}


def publish(folder: Path, *, overrides: str = "[]", limits: str = PROMISE) -> None:
    """Take the service into use with these rates and limits."""
    (folder / "stall.yaml").write_text(SERVICE % {"overrides": overrides, "limits": limits}, "utf-8")
    load(folder)
    forget_catalogue()


def ask(town: Town, **changes: Any) -> Submitted:
    """A request for it at the district's window."""
    answers = {"width": "3", "months": "12"}
    return town.submit("stall", **{"answers": answers, "documents": [], **changes})


def reviewed(town: Town, case: Case) -> Case:
    """Paid once, and on its way to the second payment."""
    town.pay(case)
    town.do("reviewer", case, "accept")
    town.do("inspector", case, "conforms", answers=REPORT)
    return town.do("head", case, "approve")


def returned(town: Town, case: Case) -> Case:
    """Sent back to the citizen by the reviewer."""
    return town.do("reviewer", case, "return", note="ينقص رسم الموقع", reason="incomplete")
