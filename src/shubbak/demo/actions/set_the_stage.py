"""Centres and the first of the cast, so that somebody can sign in."""

from __future__ import annotations

from django.db import transaction

from shubbak.kernel.actor import SYSTEM
from shubbak.places.actions import open_centre
from shubbak.places.queries import unit

from ..places import PLACES, Place
from ..troupe import opening_cast
from .hire_cast import hire_cast


def set_the_stage() -> None:
    """Open every centre and hire who works in Suez's first district, its seat and for its whole governorate; the others
    are hired when the telling begins.

    Two seconds or three: the first page waits for it. Doing it again changes nothing.
    """
    with transaction.atomic():
        for place in PLACES:
            _open(place)
    hire_cast(members=opening_cast())


def _open(where: Place) -> None:
    place = unit(where.code)
    names = {"name_ar": f"المركز التكنولوجي {place.name_ar}", "name_en": f"{place.name_en} Technology Centre"}
    open_centre(by=SYSTEM, unit=where.code, kind="fixed", windows=where.windows, **names)
    if where.van:
        names = {"name_ar": f"السيارة المتنقلة {place.name_ar}", "name_en": f"{place.name_en} Mobile Centre"}
        open_centre(by=SYSTEM, unit=where.code, kind="van", windows=2, **names)
