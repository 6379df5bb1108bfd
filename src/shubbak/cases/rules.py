"""Who may see a case and who may do what to it. Rows by one SQL predicate, verbs by `may_...`."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from shubbak.kernel.actor import Actor, Grant, Role
from shubbak.places.queries import PlaceView, governorate_of, is_whole_governorate

from .models import Case, Task

# Roles that see every case of their unit, of whatever department.
WHOLE_UNIT = frozenset({Role.CLERK, Role.CASHIER, Role.UNIT_HEAD, Role.CENTRE_MANAGER, Role.ARCHIVIST, Role.AUDITOR})
# Roles that see a case because their department answers for it.
DEPARTMENT = frozenset({Role.REVIEWER, Role.INSPECTOR, Role.DEPARTMENT_HEAD})
# Roles that see a case only where a task of it came to them.
ACTING = frozenset({Role.REVIEWER, Role.INSPECTOR, Role.DEPARTMENT_HEAD, Role.UNIT_HEAD, Role.AGENCY_REVIEWER})
SUPERVISORS = frozenset({Role.DEPARTMENT_HEAD, Role.UNIT_HEAD, Role.CENTRE_MANAGER})
REGISTRARS = frozenset({Role.CLERK})


def _home(grant: Grant) -> Q:
    inside = Q(path__startswith=grant.path)
    if governorate := governorate_of(grant.path):
        inside &= Q(governorate=governorate)  # says no more than the path, but an index has it before the date
    if grant.role in DEPARTMENT and grant.department is not None:
        inside &= Q(department=grant.department)
    return inside


def _acting(grant: Grant) -> Q:
    inside = Q(acting_path__startswith=grant.path)
    if grant.department is not None:
        inside &= Q(department=grant.department)
    return inside


def _away(grant: Grant) -> Q:
    """Of what acts within the grant, what `_home` does not have already: few rows, in an index of their own."""
    if grant.role in WHOLE_UNIT and is_whole_governorate(grant.path):
        return Q(pk__in=[])  # a step is done in the governorate of its case, or by an agency
    at_home = grant.role in WHOLE_UNIT | DEPARTMENT
    return _acting(grant) & Q(away=True) if at_home or grant.path.startswith("AG/") else _acting(grant)


def visible_to(actor: Actor) -> QuerySet[Case]:
    """The cases this actor may open: home or acting unit within the grants. One predicate, no loop over rows."""
    return visible_within(actor.grants)


def visible_within(grants: Iterable[Grant]) -> QuerySet[Case]:
    """The same for grants alone."""
    home, came = _wanted(grants, _acting)
    return Case.objects.filter(home | Exists(Task.objects.filter(came, case=OuterRef("pk"))))


def visible_parts(actor: Actor) -> tuple[QuerySet[Case], QuerySet[Case]]:
    """`visible_to` as the two parts it is the union of: at home within the grants, and where a task came to them.

    For lists in order: an index gives each part's first page, and no index gives an OR's.
    """
    home, came = _wanted(actor.grants, _away)
    return Case.objects.filter(home), Case.objects.filter(pk__in=Task.objects.filter(came).values("case"))


def is_away(case: Case, acting: PlaceView, department: str) -> bool:
    """Whether a step done there is done where the case is not at home: at another unit or department, or an agency."""
    return acting.is_agency or acting.code != case.unit_id or department not in ("", case.department)


def _wanted(grants: Iterable[Grant], acting: Callable[[Grant], Q]) -> tuple[Q, Q]:
    home = Q(pk__in=[])
    came = Q(pk__in=[])
    for grant in grants:
        if grant.role in WHOLE_UNIT | DEPARTMENT:
            home |= _home(grant)
        if grant.role in ACTING:
            came |= acting(grant)
    return home, came


def tasks_for(actor: Actor) -> QuerySet[Task]:
    """The open tasks that lie in this actor's hands: her role, her place, her department."""
    wanted = Q(pk__in=[])
    for grant in actor.grants:
        wanted |= _acting(grant) & Q(role=grant.role)
    return Task.objects.filter(wanted, state="open")


def tasks_to_collect(actor: Actor) -> QuerySet[Task]:
    """The open payment steps at this cashier's places: those of which `may_collect` is true."""
    wanted = Q(pk__in=[])
    for grant in actor.grants:
        if grant.role == Role.CASHIER:
            wanted |= Q(acting_path__startswith=grant.path)
    return Task.objects.filter(wanted, kind="payment", state="open")


def tasks_overseen_by(actor: Actor) -> QuerySet[Task]:
    """Every open task within this actor's grants, for a head or an auditor who looks over a whole place."""
    wanted = Q(pk__in=[])
    for grant in actor.grants:
        if grant.role in SUPERVISORS or grant.role == Role.AUDITOR:
            wanted |= _acting(grant)
        else:
            wanted |= _acting(grant) & (Q(role=grant.role) | Q(escalated_to=grant.role))
    return Task.objects.filter(wanted, state="open")


def may_register(actor: Actor, path: str) -> bool:
    """A window clerk of the unit registers; nobody else, so that whoever decides never meets whoever asks."""
    return actor.may_act(REGISTRARS, path)


def may_do(actor: Actor, task: Task) -> bool:
    """Whether this open task may be done by this actor: her role at its place, and hers when it was given to someone.

    A drawn task is done by whom the draw chose and by nobody else. Escalation lets a head see and assign, not decide.
    What the citizen owes at a step may be done for her by the window clerk of the case's unit.
    """
    if task.kind == "citizen":
        return actor.may_act(REGISTRARS, task.acting_path)
    if not task.role or not actor.may_act({Role(task.role)}, task.acting_path, task.department or None):
        return False
    if task.draw is not None:
        return task.assignee_id == actor.id
    return task.assignee_id in (None, actor.id)


def may_assign(actor: Actor, task: Task) -> bool:
    """A head of the department or unit may give a task to somebody else, with a reason that is kept."""
    return actor.may_act(SUPERVISORS, task.acting_path, task.department or None)


def may_collect(actor: Actor, task: Task) -> bool:
    """A cashier of the place where the case waits for payment."""
    return actor.may_act({Role.CASHIER}, task.acting_path)


def may_oversee(actor: Actor) -> bool:
    """Whether this actor looks over the work of others."""
    return actor.holds(Role.AUDITOR, *SUPERVISORS)


def sees_hands(actor: Actor, task: Task) -> bool:
    """Whether the reader may know who has a task and how she was drawn: the front office may not, lest it try again
    until the draw falls to a friend."""
    return task.assignee_id == actor.id or actor.may_act(
        ACTING | SUPERVISORS | {Role.AUDITOR}, task.acting_path, task.department or None
    )
