"""Units from the process's memory: they change with a release, not with a request."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from shubbak.kernel.refusal import NotThere

from ..models import Department, Unit, UnitKind

AGENCY = "agency:"


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A unit as everybody above sees it."""

    code: str
    name_ar: str
    name_en: str
    kind: str
    path: str
    governorate: str
    parent: str | None

    @property
    def is_agency(self) -> bool:
        """Whether it stands in the tree of the outside agencies."""
        return self.path.startswith("AG/")

    @property
    def name(self) -> dict[str, str]:
        """Both names, for a template's filter to choose from."""
        return {"ar": self.name_ar, "en": self.name_en}


_known: dict[str, PlaceView] = {}
_whole = False
_departments: dict[str, dict[str, str]] = {}


def unit(code: str) -> PlaceView:
    """The unit with this code, without a statement once it is known; NotThere when there is none."""
    if code not in _known:
        _learn(code) if _whole else units()
    if code not in _known:
        raise NotThere("unknown_unit", _("There is no unit with this code. Choose one from the list."))
    return _known[code]


def units(kind: str | None = None) -> list[PlaceView]:
    """Every unit (or every one of a kind), by path; one statement the first time, none after."""
    global _whole
    if not _whole:
        _known.update({view.code: view for view in map(_view, Unit.objects.all())})
        _whole = bool(_known)
    return sorted((view for view in _known.values() if kind in (None, view.kind)), key=lambda view: view.path)


def governorate_of(path: str) -> str:
    """The governorate within which every unit under this path lies; "" for the whole country and for agencies."""
    country, _, rest = path.partition("/")
    return rest.partition("/")[0] if country == "EG" else ""


def is_whole_governorate(path: str) -> bool:
    """Whether all units of every governorate that this path touches lie within it."""
    return path.startswith("EG/") and path.count("/") <= 2


def resolve(place: str, home: PlaceView) -> PlaceView:
    """Where a step happens for a case at home in `home`.

    `place` is `home`, `parent`, `seat` (the governorate's diwan) or `agency:<key>` (that agency's office in the
    governorate). NotThere when the country has no such place.
    """
    if place == "home":
        return home
    if place == "parent":
        return unit(home.parent) if home.parent else home
    if place == "seat":
        return unit(f"{home.governorate}S1")
    if place.startswith(AGENCY):
        return unit(f"{place.removeprefix(AGENCY)}-{home.governorate}")
    raise NotThere("unknown_place", _("A step happens at home, parent, seat or agency:<key>."))


def departments() -> dict[str, dict[str, str]]:
    """Names of departments by key; one statement the first time, none after."""
    if not _departments:
        rows = Department.objects.values_list("key", "name_ar", "name_en")
        _departments.update({key: {"ar": ar, "en": en} for key, ar, en in rows})
    return dict(_departments)


def forget_places() -> None:
    """Ask the database again next time."""
    global _whole
    _known.clear()
    _departments.clear()
    _whole = False


def _learn(code: str) -> None:
    row = Unit.objects.filter(pk=code).first()
    if row is not None:
        _known[code] = _view(row)


def _view(row: Unit) -> PlaceView:
    return PlaceView(row.code, row.name_ar, row.name_en, row.kind, row.path, row.governorate, row.parent_id)


__all__ = ["PlaceView", "UnitKind", "departments", "forget_places", "resolve", "unit", "units"]
