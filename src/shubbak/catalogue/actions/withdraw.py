"""Take a service out of what is offered."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from shubbak.kernel.actor import SYSTEM, Actor
from shubbak.kernel.refusal import Invalid, NotThere
from shubbak.trail.actions import record

from ..models import Service
from ..queries.published import forget_catalogue
from .load import one_at_a_time


@transaction.atomic
def withdraw(key: str, *, by: Actor = SYSTEM, source: str) -> None:
    """Within five seconds nobody can apply for the service any more; running cases go on to their end on their version.
    `source` names the decision and is asked for. Loading a file of the service offers it again.

    NotThere when it is not offered.
    """
    if not source.strip():
        raise Invalid("source_missing", _("Name the decision that withdrew this service: its number and date."))
    one_at_a_time()
    service = Service.objects.filter(key=key, current__isnull=False).select_related("current").first()
    if service is None or service.current is None:
        raise NotThere("unknown_service", _("There is no service with this key. Choose one from the list."))
    facts = {"service": key, "version": service.current.number, "source": source}
    service.current = None
    service.save(update_fields=["current"])
    record(by=by, act="catalogue.withdrawn", subject="catalogue", subject_id=None, facts=facts)
    transaction.on_commit(forget_catalogue)
    forget_catalogue()
