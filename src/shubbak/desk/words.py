"""How states, roles and channels are said to the office."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

STATES = {
    "submitted": pgettext_lazy("state of a case", "Registered"),
    "in_progress": _("In progress"),
    "waiting_citizen": _("Waiting for the applicant"),
    "waiting_payment": _("Waiting for payment"),
    "approved": _("Approved, being issued"),
    "issued": _("Issued"),
    "rejected": _("Refused"),
    "withdrawn": _("Withdrawn"),
    "lapsed": _("Lapsed"),
    "closed": _("Answered and closed"),
}
TONES = {
    "submitted": "nile",
    "in_progress": "nile",
    "waiting_citizen": "sun",
    "waiting_payment": "sun",
    "approved": "palm",
    "issued": "palm",
    "closed": "palm",
    "rejected": "brick",
    "withdrawn": "soft",
    "lapsed": "brick",
}
ROLES = {
    "clerk": _("Window clerk"),
    "cashier": _("Cashier"),
    "reviewer": _("Reviewer"),
    "inspector": _("Inspector"),
    "department_head": _("Head of department"),
    "unit_head": _("Head of the unit"),
    "agency_reviewer": _("Reviewer at the agency"),
    "archivist": _("Archivist"),
    "centre_manager": _("Manager of the centre"),
}
CHANNELS = {
    "window": _("At the window"),
    "portal": _("On the portal"),
    "van": _("At the van"),
    "phone": _("By phone"),
    "agency": _("Through an agency"),
}
DECISIONS = {
    "approval": _("Approved"),
    "refusal": _("Refused"),
    "acceptance": _("Accepted preliminarily"),
}
