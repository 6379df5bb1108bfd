"""What is offered for download, and the words that say what it is for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from shubbak.catalogue.exports.formats import FORMATS, Format, Site
from shubbak.catalogue.exports.kept import kept, state_of
from shubbak.catalogue.queries import last_change, offered

BY_FILE = {one.file: one for one in FORMATS.values()}
_NAMES: dict[str, Any] = {
    "spreadsheet": _("A workbook for review"),
    "cpsv-ap": _("The catalogue as linked data"),
    "schema-org": _("The services for search engines"),
    "bpmn": _("The course of every service"),
}
_USES: dict[str, Any] = {
    "spreadsheet": _(
        "Every service with its papers, fees, time limits, steps, questions and reasons, for lawyers and officials who "
        "check the catalogue. It has columns for their remarks."
    ),
    "cpsv-ap": _(
        "The European profile for public services (CPSV-AP 3.2, JSON-LD): for catalogues of other authorities, and for "
        "anybody who compares services."
    ),
    "schema-org": _("The same descriptions that stand in the services’ pages (schema.org, JSON-LD)."),
    "bpmn": _("A diagram of each service (BPMN 2.0) that any process editor opens: who acts, in what order, by when."),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """One file on the page. `size` is told once somebody asked for it."""

    format: Format
    name: Any
    use: Any
    size: str


@dataclass(frozen=True, slots=True)
class Offering:
    """The state of the catalogue that the files are of."""

    site: Site
    state: str
    count: int

    @property
    def etag(self) -> str:
        """It changes when any file does."""
        return f'"{self.state}"'

    def file(self, key: str) -> Path:
        """A format's file, written now if nobody asked before."""
        return kept(_folder(), self.state, key, [one.service for one in offered()], self.site)

    def offers(self) -> list[Offer]:
        """Every file."""
        return [Offer(one, _NAMES[one.key], _USES[one.key], self._size(one)) for one in FORMATS.values()]

    def _size(self, one: Format) -> str:
        place = _folder() / self.state / self.site.language / one.file
        return f"{place.stat().st_size / 1_000_000:.1f} MB" if place.exists() else ""


def now_offered() -> Offering:
    """The catalogue as it is offered; its files are in Arabic, the spreadsheet and linked data in both languages."""
    site = Site(settings.SHUBBAK_PUBLIC_URL, last_change() or datetime.fromtimestamp(0, UTC))
    versions = [one.version_id for one in offered()]
    return Offering(site, state_of(versions, site), len(versions))


def _folder() -> Path:
    return Path(settings.SHUBBAK_HOME) / "open-data"
