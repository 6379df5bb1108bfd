"""The verbs of sign-in: misses, codes, second factors."""

from .count_miss import count_miss
from .enrol_totp import enrol_totp
from .forget_stale import forget_stale
from .forgive_misses import forgive_misses
from .remove_second_factors import remove_second_factors
from .reseal_factors import reseal_factors
from .spend_code import spend_code

__all__ = [
    "count_miss",
    "enrol_totp",
    "forget_stale",
    "forgive_misses",
    "remove_second_factors",
    "reseal_factors",
    "spend_code",
]
