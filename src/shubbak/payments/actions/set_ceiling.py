"""Set which means are lawful above an amount."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.utils.translation import gettext as _

from shubbak.kernel.actor import Actor, Role
from shubbak.kernel.money import Money
from shubbak.kernel.refusal import Invalid, NotThere
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from ..models import Ceiling
from ..queries.ceilings import forget
from ..states import Means


@whole
def set_ceiling(*, by: Actor, above: Money, means: Sequence[str], effective_from: date, source: str) -> Ceiling:
    """The rule for amounts above `above` from a day on; the rule it follows ends the day before. By an administrator.

    Invalid without a lawful means, a source, or with a means that is not ours. Processes know it within a minute.
    """
    if not by.holds(Role.ADMINISTRATOR):
        raise NotThere("not_there", _("There is no such rule in your hands."))
    if not means or not set(means) <= set(Means.values) or not source.strip() or above.piastres < 0:
        raise Invalid("ceiling", _("Name the lawful means and the decree that says so."))
    earlier = Ceiling.objects.filter(above=above.piastres, effective_from__lt=effective_from)
    earlier.filter(effective_to=None).update(effective_to=effective_from - timedelta(days=1))
    ceiling, _made = Ceiling.objects.update_or_create(
        above=above.piastres,
        effective_from=effective_from,
        defaults={"means": list(means), "source": source.strip(), "effective_to": None},
    )
    facts = {"above": above.piastres, "means": list(means), "from": effective_from.isoformat(), "source": source}
    record(by=by, act="payments.ceiling_set", subject="ceiling", subject_id=None, facts=facts)
    forget()
    return ceiling
