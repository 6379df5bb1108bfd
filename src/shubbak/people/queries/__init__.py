"""Questions about people: they never write."""

from .actors import (
    LEVEL_TWO,
    Presence,
    actor_of,
    actor_of_staff,
    presence_of,
)
from .cast import CastMember, CastPlace, demo_cast, demo_code, has_demo_accounts
from .misses import is_held_off
from .persons import (
    PersonView,
    carries,
    email_of,
    has_numbers_under_an_older_key,
    mobile_of,
    opened,
    person_by_number,
    person_view,
    with_numbers,
)
from .search import keys_named, search_people
from .staff import factor_kinds, has_second_factor, qualified, roles_of, staff_by_number, staff_names, tokens_of
from .tokens import actor_of_token, token_digest

__all__ = [
    "LEVEL_TWO",
    "CastMember",
    "CastPlace",
    "PersonView",
    "Presence",
    "actor_of",
    "actor_of_staff",
    "actor_of_token",
    "carries",
    "demo_cast",
    "demo_code",
    "email_of",
    "factor_kinds",
    "has_demo_accounts",
    "has_numbers_under_an_older_key",
    "has_second_factor",
    "is_held_off",
    "keys_named",
    "mobile_of",
    "opened",
    "person_by_number",
    "person_view",
    "presence_of",
    "qualified",
    "roles_of",
    "search_people",
    "staff_by_number",
    "staff_names",
    "token_digest",
    "tokens_of",
    "with_numbers",
]
