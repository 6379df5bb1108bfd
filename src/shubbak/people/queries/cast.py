"""The demo's cast: who may be signed in as, and with which code. Outside the demo it is nobody."""

from __future__ import annotations

import time
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class CastMember:
    """One login of the demo."""

    number: str
    name: str
    unit: str
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class CastPlace:
    """A place and who works there; `name` in both languages."""

    name: dict[str, str]
    members: tuple[CastMember, ...]


def demo_cast() -> list[CastPlace]:
    """The cast by place, in the order of the tree; empty outside the demo, whatever the database says."""
    if not settings.DEMO:
        return []
    members: dict[str, list[CastMember]] = {}
    for account in accounts_with_grants().filter(is_demo=True, is_active=True, staff__isnull=False):
        roles = tuple(sorted({Role(grant["r"]) for grant in account.grants_now}, key=_ORDER.index))  # type: ignore[attr-defined]
        member = CastMember(account.username, account.staff.name, account.staff.unit_id, roles)
        members.setdefault(account.staff.unit_id, []).append(member)
    views = sorted((places.unit(code) for code in members), key=lambda view: (view.path[:3] != "EG/", view.path))
    return [CastPlace(view.name, tuple(sorted(members[view.code], key=_by_role))) for view in views]


def demo_code(account: Account) -> str:
    """The authenticator code of one of the cast at this moment; empty for everybody else and outside the demo."""
    if not (settings.DEMO and account.is_demo):
        return ""
    factor = Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).first()
    if factor is None:
        return ""
    return format_hotp_value(hotp_value(decrypt(factor.data["secret"]), int(time.time()) // _PERIOD))


def has_demo_accounts() -> bool:
    """Whether the database holds accounts of the demo: a start outside the demo refuses them."""
    return Account.objects.filter(is_demo=True).exists()


def _by_role(member: CastMember) -> tuple[int, str]:
    return (_ORDER.index(member.roles[0]) if member.roles else len(_ORDER), member.number)
