"""The verbs of a case, one a file."""

from .act import act
from .assign import assign
from .by_clock import recount, sweep, wake
from .claim import claim
from .recuse import recuse
from .release import release
from .show_receipt import show_receipt
from .show_slip import show_slip
from .submit import Applicant, Paper, Submitted, submit
from .take_payment import take_payment
from .withdraw import withdraw

__all__ = [
    "Applicant",
    "Paper",
    "Submitted",
    "act",
    "assign",
    "claim",
    "recount",
    "recuse",
    "release",
    "show_receipt",
    "show_slip",
    "submit",
    "sweep",
    "take_payment",
    "wake",
    "withdraw",
]
