"""Who asks: an account or a token becomes an Actor with the grants in force today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from shubbak.kernel import clock
from shubbak.kernel.actor import STRANGER, Actor, ActorKind, Grant, Role

from ..models import Account, Holding, Staff
from ..rules import needs_second_factor

LEVEL_TWO = 2


@dataclass(frozen=True, slots=True)
class Presence:
    """An Actor, and the roles that would be hers after a second factor."""

    actor: Actor
    staff: Staff | None = None
    sleeping: frozenset[Role] = frozenset()


NOBODY = Presence(STRANGER)


def in_force() -> Q:
    """Holdings in force today, Cairo time."""
    today = clock.today()
    return Q(since__lte=today) & (Q(until=None) | Q(until__gt=today))


def accounts_with_grants() -> QuerySet[Account]:
    """Accounts, each with its member of staff and her grants in force: one statement."""
    return Account.objects.select_related("staff").annotate(grants_now=_grants("staff__pk"))


def actor_of(account: Account, *, assurance: int = 1) -> Actor:
    """The Actor of an account; grants that need a second factor are left out below assurance 2."""
    return presence_of(account, assurance=assurance).actor


def presence_of(account: Account, *, assurance: int) -> Presence:
    """The Actor, the member of staff and the sleeping roles of an account; one statement, or none when the account
    came from `accounts_with_grants`."""
    if not hasattr(account, "grants_now"):
        account = accounts_with_grants().get(pk=account.pk)
    staff: Staff | None = getattr(account, "staff", None)
    if staff is None:
        return Presence(Actor(account.pk, ActorKind.CITIZEN, (), assurance))
    return presence_with(staff, account.grants_now, assurance)  # type: ignore[attr-defined]


def actor_of_staff(number: str) -> Actor:
    """A member of staff by her number, as if she had given both factors: for the command line and the demo world.

    Staff.DoesNotExist when nobody has that number or her account is disabled.
    """
    staff = Staff.objects.exclude(account__is_active=False).annotate(grants_now=_grants("pk")).get(number=number)
    return presence_with(staff, staff.grants_now, LEVEL_TWO).actor


def _grants(staff: str) -> ArraySubquery:
    held = Holding.objects.filter(in_force(), staff=OuterRef(staff)).order_by("role", "unit__path")
    return ArraySubquery(held.values(grant=JSONObject(r=F("role"), p=F("unit__path"), d=F("department_id"))))


def presence_with(staff: Staff, rows: Iterable[dict[str, str | None]], assurance: int) -> Presence:
    """The Presence of a member of staff whose grants in force are `rows` of `{r: role, p: path, d: department}`."""
    grants = [Grant(Role(str(row["r"])), str(row["p"]), row["d"]) for row in rows]
    awake = tuple(g for g in grants if assurance >= LEVEL_TWO or not needs_second_factor(g.role))
    asleep = tuple(g for g in grants if g not in awake)
    roles = frozenset(g.role for g in asleep) - {g.role for g in awake}
    return Presence(Actor(staff.pk, ActorKind.STAFF, awake, assurance, asleep), staff, roles)
