"""The demo's cast: who may be signed in as, and with which code. Outside the demo it is nobody."""

from __future__ import annotations

import time
from dataclasses import dataclass
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt
from django.conf import settings

from shubbak.kernel.actor import Role
from shubbak.places import queries as places

from ..models import Account
from .actors import accounts_with_grants

_PERIOD = 30
_ORDER = tuple(Role)
_LAST = {"seat": 1, "governorate": 2}


@dataclass(frozen=True, slots=True)
class CastMember:
    """One login of the demo."""

    number: str
    name: str
    unit: str
    roles: tuple[Role, ...]
    code: str


@dataclass(frozen=True, slots=True)
class CastPlace:
    """A place and who works there; `name`, and that of the governorate or country it lies in, in both languages."""

    name: dict[str, str]
    within: dict[str, str]
    members: tuple[CastMember, ...]


def demo_cast() -> list[CastPlace]:
    """The cast by governorate (first the country's) and place; empty outside the demo, whatever the database says."""
    if not settings.DEMO:
        return []
    accounts = list(accounts_with_grants().filter(is_demo=True, is_active=True, staff__isnull=False))
    secrets = _secrets(accounts)
    members: dict[str, list[CastMember]] = {}
    for account in accounts:
        members.setdefault(account.staff.unit_id, []).append(_member(account, secrets.get(account.pk, "")))
    views = sorted((places.unit(code) for code in members), key=_by_place)
    return [
        CastPlace(
            view.name, places.unit(view.governorate or view.code).name, tuple(sorted(members[view.code], key=_by_role))
        )
        for view in views
    ]


def demo_code(account: Account) -> str:
    """The authenticator code of one of the cast at this moment; empty for everybody else and outside the demo."""
    return _code(_secrets([account]).get(account.pk, "")) if settings.DEMO and account.is_demo else ""


def _member(account: Account, secret: str) -> CastMember:
    held = {Role(grant["r"]) for grant in account.grants_now}  # type: ignore[attr-defined]
    roles = tuple(sorted(held, key=_ORDER.index))
    return CastMember(account.username, account.staff.name, account.staff.unit_id, roles, _code(secret))


def _secrets(accounts: list[Account]) -> dict[UUID, str]:
    factors = Authenticator.objects.filter(user__in=accounts, user__is_demo=True, type=Authenticator.Type.TOTP)
    return {factor.user_id: decrypt(factor.data["secret"]) for factor in factors}


def _code(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // _PERIOD)) if secret else ""


def has_demo_accounts() -> bool:
    """Whether the database holds accounts of the demo: a start outside the demo refuses them."""
    return Account.objects.filter(is_demo=True).exists()


def _by_place(view: places.PlaceView) -> tuple[str, bool, int, str]:
    """Within a governorate those who receive come first, then its seat and whole, then the agencies' offices."""
    return (view.governorate, view.path[:3] != "EG/", _LAST.get(view.kind, 0), view.path)


def _by_role(member: CastMember) -> tuple[int, str]:
    return (_ORDER.index(member.roles[0]) if member.roles else len(_ORDER), member.number)
