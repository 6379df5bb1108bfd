"""Who may: which roles need a second factor, and who may see whose numbers."""

from __future__ import annotations

from shubbak.kernel.actor import Actor, ActorKind, Role

STRONG_ROLES = frozenset(
    {
        Role.CASHIER,
        Role.REVIEWER,
        Role.INSPECTOR,
        Role.DEPARTMENT_HEAD,
        Role.UNIT_HEAD,
        Role.AGENCY_REVIEWER,
        Role.ARCHIVIST,
        Role.CENTRE_MANAGER,
        Role.ADMINISTRATOR,
    }
)
"""Deciders, cashiers and administrators: their grants sleep until a second factor was given in the session."""

_MEETS_PEOPLE = frozenset({Role.CLERK, Role.CASHIER, Role.ARCHIVIST, Role.CENTRE_MANAGER})
_READS_NUMBERS = _MEETS_PEOPLE | {
    Role.REVIEWER,
    Role.INSPECTOR,
    Role.DEPARTMENT_HEAD,
    Role.UNIT_HEAD,
    Role.AGENCY_REVIEWER,
    Role.AUDITOR,
}


def needs_second_factor(role: Role) -> bool:
    """Whether a grant of `role` is in force only after a second factor."""
    return role in STRONG_ROLES


def may_search_people(actor: Actor) -> bool:
    """One record in the whole country: whoever receives citizens anywhere may look for one (and sees it masked)."""
    return actor.kind is ActorKind.SYSTEM or actor.holds(*_MEETS_PEOPLE, Role.AUDITOR, Role.ADMINISTRATOR)


def may_register_people(actor: Actor) -> bool:
    """Those who receive citizens, and the system for imports."""
    return actor.kind is ActorKind.SYSTEM or actor.holds(*_MEETS_PEOPLE)


def may_see_numbers_masked(actor: Actor) -> bool:
    """Analysts, designers and strangers get no number at all; everybody else on staff gets a masked one."""
    return actor.kind is ActorKind.SYSTEM or actor.holds(*_READS_NUMBERS, Role.ADMINISTRATOR)


def may_reveal(actor: Actor) -> bool:
    """Who may ask for one full number at a time; each time leaves a trail row."""
    return actor.holds(*_READS_NUMBERS)


def may_run_staff(actor: Actor, path: str) -> bool:
    """Whether staff of a place may be hired, given roles and disabled by this actor."""
    return actor.kind is ActorKind.SYSTEM or actor.may_act({Role.ADMINISTRATOR}, path)
