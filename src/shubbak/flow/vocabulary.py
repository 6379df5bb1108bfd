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
)
FACTS = ("paid", "decision", "applicant_kind", "unit_kind", "today")
STARTS = ("submission", "file_complete", "fee_paid", "notice")
