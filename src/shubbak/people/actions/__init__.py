"""People's verbs."""

from .change_mobile import change_mobile
from .correct_name import correct_name
from .disable_account import disable_account
from .enable_account import enable_account
from .end_role import end_role
from .grant_role import grant_role
from .hire_staff import hire_staff
from .issue_token import issue_token
from .join_demo_cast import join_demo_cast
from .redigest_numbers import redigest_numbers
from .register_person import register_person
from .reveal import reveal
from .revoke_token import revoke_token
from .sign_in import (
    count_miss,
    enrol_totp,
    forget_stale,
    forgive_misses,
    remove_second_factors,
    reseal_factors,
    spend_code,
)

__all__ = [
    "change_mobile",
    "correct_name",
    "count_miss",
    "disable_account",
    "enable_account",
    "end_role",
    "enrol_totp",
    "forget_stale",
    "forgive_misses",
    "grant_role",
    "hire_staff",
    "issue_token",
    "join_demo_cast",
    "redigest_numbers",
    "register_person",
    "remove_second_factors",
    "reseal_factors",
    "reveal",
    "revoke_token",
    "spend_code",
]
