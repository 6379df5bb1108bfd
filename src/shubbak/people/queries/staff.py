"""Members of staff: by number, by key, by what they may be drawn for."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from allauth.mfa.models import Authenticator
from django.utils.translation import gettext_lazy as _

from shubbak.kernel import clock
from shubbak.kernel.actor import Role
from shubbak.kernel.arabic import latin_digits
from shubbak.kernel.refusal import NotThere
from shubbak.trail.statements import kept_cursor

from ..models import ApiToken, Holding, Staff
from .actors import in_force

_QUALIFIED = """
SELECT DISTINCT h.staff_id FROM people_holding h
JOIN places_unit u ON u.code = h.unit_id JOIN people_staff s ON s.id = h.staff_id
LEFT JOIN people_account a ON a.id = s.account_id
WHERE h.role = %(role)s AND u.path = ANY(%(above)s) AND h.since <= %(today)s
  AND (h.until IS NULL OR h.until > %(today)s) AND coalesce(a.is_active, true)
  AND (%(department)s::text IS NULL OR h.department_id IS NULL OR h.department_id = %(department)s)
ORDER BY h.staff_id
"""
_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def staff_by_number(number: str) -> Staff:
    """The member of staff with this number; NotThere when there is none."""
    found = Staff.objects.select_related("account").filter(number=latin_digits(number).strip().lower()).first()
    if found is None:
        raise NotThere("staff", _("There is no member of staff with this number."))
    return found


def staff_names(ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, str]:
    """Names of staff by key; unknown keys are left out."""
    wanted = set(ids)
    return dict(Staff.objects.filter(pk__in=wanted).values_list("pk", "name")) if wanted else {}


def qualified(*, role: Role, path: str, department: str | None = None) -> list[uuid.UUID]:
    """Keys, in order, of active staff who hold `role` today over the place and department: the pool of a draw."""
    above = [path[: at + 1] for at, char in enumerate(path) if char == "/"]
    asked = {"role": str(role), "above": above, "department": department, "today": clock.today()}
    with kept_cursor() as cursor:
        cursor.execute(_QUALIFIED, asked)
        return [key for (key,) in cursor.fetchall()]


def roles_of(staff: Staff) -> set[Role]:
    """The roles she holds today, anywhere."""
    return {Role(role) for role in Holding.objects.filter(in_force(), staff=staff).values_list("role", flat=True)}


def has_second_factor(staff: Staff) -> bool:
    """Whether she has an authenticator or a passkey."""
    return bool(factor_kinds(staff.account_id))


def factor_kinds(account_id: uuid.UUID | None) -> set[str]:
    """The kinds of second factor an account has: authenticator, passkey. Recovery codes only stand in for one."""
    owned = Authenticator.objects.filter(user_id=account_id, type__in=_FACTORS)
    return set(owned.values_list("type", flat=True))


def tokens_of(staff: Staff) -> list[ApiToken]:
    """Her API tokens that still work, newest first."""
    return list(ApiToken.objects.filter(staff=staff, revoked_at=None, expires_at__gt=clock.now()).order_by("-id"))
