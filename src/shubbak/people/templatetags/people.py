"""Words for roles: `{% load people %}`, `{{ role|role_name }}`."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from shubbak.kernel.actor import Role

register = template.Library()

NAMES: dict[Role, str] = {
    Role.CLERK: gettext_noop("Window clerk"),
    Role.CASHIER: gettext_noop("Cashier"),
    Role.REVIEWER: gettext_noop("Reviewer"),
    Role.INSPECTOR: gettext_noop("Inspector"),
    Role.DEPARTMENT_HEAD: gettext_noop("Department head"),
    Role.UNIT_HEAD: gettext_noop("Unit head"),
    Role.AGENCY_REVIEWER: gettext_noop("Agency reviewer"),
    Role.ARCHIVIST: gettext_noop("Archivist"),
    Role.CENTRE_MANAGER: gettext_noop("Centre manager"),
    Role.ANALYST: gettext_noop("Analyst"),
    Role.AUDITOR: gettext_noop("Auditor"),
    Role.DESIGNER: gettext_noop("Service designer"),
    Role.ADMINISTRATOR: gettext_noop("Administrator"),
}


@register.filter
def role_name(role: Role | str) -> str:
    """A role in the reader's language; of what is no role, its own words."""
    return _(NAMES[Role(role)]) if role in set(Role) else str(role)  # type: ignore[return-value]
