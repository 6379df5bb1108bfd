"""Open a technology centre, fixed or mobile."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from shubbak.kernel.actor import Actor
from shubbak.kernel.refusal import Invalid, NotThere
from shubbak.trail.actions import record
from shubbak.trail.whole import whole

from .. import queries
from ..models import Centre, CentreKind, Window
from ..rules import may_open_centre


@whole
def open_centre(*, by: Actor, unit: str, kind: str, name_ar: str, name_en: str, windows: int) -> Centre:
    """A centre with windows numbered from 1; opening it again changes nothing and returns the one there is."""
    place = queries.unit(unit)
    if not may_open_centre(by, place.path):
        raise NotThere("centre", _("There is no such page."))
    if kind not in CentreKind.values or not 1 <= windows <= 99:
        raise Invalid("centre", _("A centre is fixed or a van, and has 1 to 99 windows."))
    centre = Centre.objects.filter(unit_id=place.code, name_ar=name_ar).first()
    if centre is None:
        centre = Centre.objects.create(unit_id=place.code, kind=kind, name_ar=name_ar, name_en=name_en)
        Window.objects.bulk_create(Window(centre=centre, number=n + 1) for n in range(windows))
        facts = {"kind": kind, "windows": windows}
        record(by=by, act="places.centre_opened", subject="centre", subject_id=centre.pk, unit=unit, facts=facts)
    return centre
