"""Mistakes people make in a service file: what they wrote instead, the line to be named, what is said, the mend."""

from __future__ import annotations

from typing import NamedTuple


class Mistake(NamedTuple):
    """`new` written instead of `old` in shop-licence.yaml; the finding stands at a line that holds `line`."""

    name: str
    old: str
    new: str
    line: str
    what: str
    mend: str


MISTAKES = [
    Mistake("unknown key", "summary:\n", "sumary:\n", "sumary:", "“sumary” is not known", "Did you mean “summary”?"),
    Mistake(
        "missing key",
        "department: shops\n",
        "",
        "service: shop-licence",
        "“department” is missing",
        "Add `department:`",
    ),
    Mistake("bad type", "max: 20000\n", "max: [1]\n", "max: [1]", "“max” should be text", "Write text"),
    Mistake(
        "not yes or no",
        "identifies: yes\n        max: 120",
        "identifies: maybe\n        max: 120",
        "identifies: maybe",
        "should be yes or no",
        "Write yes or no",
    ),
    Mistake(
        "written twice",
        "department: shops\n",
        "department: shops\ndepartment: archive\n",
        "department: archive",
        "“department” is written twice",
        "Keep one of the two",
    ),
    Mistake(
        "bad expression",
        "when: activity == 'other'",
        "when: activity = 'other'",
        "when: activity = 'other'",
        "this does not read as an expression",
        "Check brackets, quotes and operators",
    ),
    Mistake(
        "unknown name",
        "when: activity == 'workshop'\n",
        "when: activty == 'workshop'\n",
        "when: activty",
        "“activty” is not known",
        "Name an earlier answer",
    ),
    Mistake(
        "unknown function",
        "amount: 500\n",
        "amount: floor(500)\n",
        "amount: floor(500)",
        "not a known function",
        "The functions are",
    ),
    Mistake(
        "unknown kind",
        "kind: whole\n        when",
        "kind: hole\n        when",
        "kind: hole",
        "“hole” is not a kind of field",
        "Did you mean “whole”?",
    ),
    Mistake(
        "missing step",
        "goes_to: inspection-fee",
        "goes_to: inspecton-fee",
        "goes_to: inspecton-fee",
        "There is no step “inspecton-fee”",
        "Name a step",
    ),
    Mistake(
        "missing fee set",
        "  licence:\n    licence-fee:",
        "  license:\n    licence-fee:",
        "shape: acceptance-then-licence",
        "There is no fee set “licence” (in flows/acceptance-then-licence.yaml:",
        "Name a fee set",
    ),
    Mistake(
        "a fee set nobody collects",
        "  licence:\n    licence-fee:",
        "  later: {martyr-stamp: standard}\n  licence:\n    licence-fee:",
        "later: {martyr-stamp",
        "No step collects the fee set “later”",
        "Let a payment step say",
    ),
    Mistake(
        "missing document",
        "needs: [activity, area, location_class, shop-plan, engineering-drawings]",
        "needs: [activity, shop-plans]",
        "needs: [activity, shop-plans]",
        "no field or document “shop-plans”",
        "Name one",
    ),
    Mistake(
        "missing role",
        "    inspect:\n      needs",
        "    inspect:\n      role: inspectr\n      needs",
        "role: inspectr",
        "“inspectr” is not a role",
        "Did you mean “inspector”?",
    ),
    Mistake(
        "missing department",
        "department: shops\n",
        "department: shop\n",
        "department: shop",
        "There is no department “shop”",
        "Did you mean “shops”?",
    ),
    Mistake(
        "missing flow",
        "shape: acceptance-then-licence",
        "shape: acceptance-then-license",
        "shape: acceptance-then-license",
        "There is no flow",
        "Did you mean “acceptance-then-licence”?",
    ),
    Mistake(
        "missing standard part",
        "capacity: standard",
        "capasity: standard",
        "capasity: standard",
        "no standard part “capasity”",
        "Did you mean “capacity”?",
    ),
    Mistake(
        "missing reason",
        "    inspect:\n      needs",
        "    inspect:\n      actions: {reject: {reasons: [too-big]}}\n      needs",
        "too-big",
        "There is no reason “too-big”",
        "Name one of `reasons`",
    ),
    Mistake(
        "a step nobody reaches",
        "    review:\n      name",
        "    grant: {actions: {approve: {to: grant}}}\n    review:\n      name",
        "shape: acceptance-then-licence",
        "No way leads to this step (in flows/acceptance-then-licence.yaml:",
        "Lead a route to it",
    ),
    Mistake(
        "a step to change that is not there",
        "    inspect:\n      needs",
        "    inspct:\n      needs",
        "inspct:",
        "has no step “inspct”",
        "Did you mean “inspect”?",
    ),
    Mistake(
        "a blind step that sees",
        "needs: [activity, area",
        "needs: [trade_name, area",
        "needs: [trade_name",
        "“trade_name”, which identifies the applicant",
        "Take it away",
    ),
    Mistake(
        "bad length of time",
        "within: 60 calendar days",
        "within: two months",
        "within: two months",
        "“two months” is not a length of time",
        "Write `3 working days`",
    ),
    Mistake(
        "law without a source",
        "    source: 'Law 154/2019 art. 10: one month from the notice (vetogate.com/5575853)'\n",
        "",
        "  grant:",
        "A limit of law without a source",
        "illustrative: true",
    ),
    Mistake("a comma in a text", "en: Café}", "en: Café, tea}", "en: Café, tea}", "“tea” is not known here", "ar, en"),
    Mistake(
        "an example that does not hold",
        "{inspection: 611.00, licence: 5911.00}",
        "{inspection: 611.00, licence: 5912.00}",
        "licence: 5912.00",
        "the fees come to 5911.00",
        "Correct the example",
    ),
    Mistake(
        "an impossible walk",
        "walk: [review.reject]",
        "walk: [grant.approve]",
        "walk: [grant.approve]",
        "the case stands at review",
        "Correct the walk",
    ),
    Mistake(
        "half a translation",
        "ar: ترخيص محل عام, en: Public shop licence}\nsummary",
        "ar: ترخيص محل عام}\nsummary",
        "name: {ar: ترخيص محل عام}",
        "“en” is missing in “name”",
        "Add `en:`",
    ),
    Mistake(
        "not YAML",
        "department: shops",
        "department: [shops",
        "law:",
        "This is not YAML",
        "Check the indentation",
    ),
    Mistake(
        "an anchor",
        "department: shops",
        "department: shops\nkeywords: &k [a]\nlaw: *k\nold:",
        "law: *k",
        "Anchors and aliases",
        "Write the part out",
    ),
]
