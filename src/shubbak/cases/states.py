"""The words a case and its tasks can be in: data, no logic. The flow engine decides which word comes next."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CaseState(models.TextChoices):
    SUBMITTED = "submitted", _("Submitted")
    IN_PROGRESS = "in_progress", _("In progress")
    WAITING_CITIZEN = "waiting_citizen", _("Waiting for you")
    WAITING_PAYMENT = "waiting_payment", _("Waiting for payment")
    APPROVED = "approved", _("Approved")
    ISSUED = "issued", _("Issued")
    REJECTED = "rejected", _("Rejected")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    LAPSED = "lapsed", _("Lapsed")
    CLOSED = "closed", _("Closed")


ENDED = frozenset({CaseState.ISSUED, CaseState.REJECTED, CaseState.WITHDRAWN, CaseState.LAPSED, CaseState.CLOSED})


class TaskState(models.TextChoices):
    OPEN = "open", _("Open")
    PARKED = "parked", _("Waiting for the other branches")
    DONE = "done", _("Done")
    CANCELLED = "cancelled", _("Cancelled")


class Decision(models.TextChoices):
    APPROVAL = "approval", _("Approval")
    REFUSAL = "refusal", _("Refusal")
    ACCEPTANCE = "acceptance", _("Preliminary acceptance")


class Channel(models.TextChoices):
    WINDOW = "window", _("Window")
    PORTAL = "portal", _("Portal")
    VAN = "van", _("Van")
    PHONE = "phone", _("Phone")
    AGENCY = "agency", _("Agency")


class Duty(models.TextChoices):
    """The hat under which somebody acted on a case. Some hats may never sit on one head for the same case."""

    FRONT = "front", _("Front office")
    COLLECT = "collect", _("Cashier")
    EXAMINE = "examine", _("Examination")
    INSPECT = "inspect", _("Inspection")
    REPLY = "reply", _("Reply")
    APPROVE = "approve", _("Approval")
    NONE = "", _("None")


# Government accounting practice (form 33 rules: collector, reviewer and depositor differ) and the one-window idea ask
# for collector, examiner and decider to be different people; the front
# office never decides. Both directions hold: the pair is refused whichever came first. The database repeats this table.
APART = (
    ("front", "collect"),
    ("front", "examine"),
    ("front", "inspect"),
    ("front", "reply"),
    ("front", "approve"),
    ("collect", "examine"),
    ("collect", "inspect"),
    ("collect", "reply"),
    ("collect", "approve"),
    ("examine", "approve"),
    ("inspect", "approve"),
)


def opposed(duty: str) -> tuple[str, ...]:
    """The duties that nobody who did `duty` on a case may do on the same case."""
    return tuple(b if a == duty else a for a, b in APART if duty in (a, b))
