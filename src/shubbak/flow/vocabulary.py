"""The closed lists of words a definition may use."""

from __future__ import annotations

STEP_KINDS = ("work", "citizen", "payment", "fork", "join", "issue", "end")
ACTION_KINDS = ("approve", "return", "reject", "complete", "withdraw", "record")
DUTIES = ("front", "examine", "inspect", "approve", "collect", "reply")
DECISIONS = ("approval", "refusal", "acceptance")
END_STATES = ("issued", "closed", "rejected", "withdrawn", "lapsed")
STATES = ("submitted", "in_progress", "waiting_citizen", "waiting_payment", "approved", *END_STATES)
CHANNELS = ("window", "portal", "van", "phone", "agency")
APPLICANTS = ("citizen", "foreigner", "organisation", "anybody")
FIELD_KINDS = (
    "text",
    "long_text",
    "number",
    "whole",
    "money",
    "date",
    "yes_no",
    "choice",
    "many",
    "national_id",
    "mobile",
    "email",
    "address",
    "plot",
    "arabic",
    "parcel",
    "point",
    "file",
    "group",
    "computed",
    "earlier",
)
FACTS = ("paid", "decision", "applicant_kind", "unit_kind", "today")
PLACE_FACTS = ("unit", "governorate", "submitted_on")  # known where rates and addresses are read; not to expressions
LEVELS = ("district", "diwan", "new_city", "partner")
LIFE_EVENTS = (
    "building",
    "owning-home",
    "starting-business",
    "running-business",
    "work-in-street",
    "utilities",
    "vehicles",
    "identity",
    "family",
    "travel",
    "property-papers",
    "contracts",
    "farming",
    "education",
    "health",
    "help-and-aid",
    "work",
    "complaints",
    "environment",
    "investing",
    "visiting-government",
    "events",
    "transport",
)
STARTS = ("submission", "file_complete", "fee_paid", "notice")
