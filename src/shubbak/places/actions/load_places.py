"""Load the country from the facts files."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import models
from django.utils.translation import gettext_lazy as _

from shubbak.kernel.actor import SYSTEM, Actor
from shubbak.kernel.refusal import NotThere
from shubbak.trail.whole import whole

from .. import tree
from ..models import Department, Governorate, Unit
from ..queries import forget_places
from ..rules import may_change_country


@whole
def load_places(*, by: Actor = SYSTEM) -> None:
    """Write every unit, governorate and department as the facts say: three statements, and no harm done twice.

    A unit that left the facts stays: cases stand on it.
    """
    if not may_change_country(by):
        raise NotThere("places", _("There is no such page."))
    _write(Unit, tree.every_unit(), key="code")
    _write(Governorate, tree.every_governorate(), key="unit")
    _write(Department, tree.every_department(), key="key")
    forget_places()


def _write(model: type[models.Model], rows: Sequence[models.Model], *, key: str) -> None:
    changing = [field.name for field in model._meta.concrete_fields if field.name != key]
    model._default_manager.bulk_create(rows, update_conflicts=True, unique_fields=[key], update_fields=changing)
