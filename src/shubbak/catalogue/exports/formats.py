"""The formats by name: what each is for, its media type and file, and how it is written."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shubbak.flow.definition import ServiceDefinition

from . import bpmn, cpsv, spreadsheet
from .schema_org import government_service

Services = Sequence[ServiceDefinition]


@dataclass(frozen=True, slots=True)
class Site:
    """What a format says beside the services: where they are published, their last change, in what words."""

    public_url: str
    changed: datetime
    language: str = "ar"

    def page(self, service: ServiceDefinition) -> str:
        """The public page of a service."""
        return f"{self.public_url}/services/{service.key}/"


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write services; `file` is what the whole catalogue is called in it."""

    key: str
    media_type: str
    file: str
    write: Callable[[Services, Site], bytes]


def _cpsv(services: Services, site: Site) -> bytes:
    return _json(cpsv.catalogue(services, public_url=site.public_url, modified=site.changed))


def _schema_org(services: Services, site: Site) -> bytes:
    shapes = [government_service(one, url=site.page(one), language=site.language) for one in services]
    bare = [{name: value for name, value in shape.items() if name != "@context"} for shape in shapes]
    return _json({"@context": "https://schema.org", "@graph": bare})


def _bpmn(services: Services, site: Site) -> bytes:
    """A ZIP with a diagram of each service, the same bytes for the same services."""
    content, day = io.BytesIO(), site.changed.timetuple()[:6]
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as whole:
        for service in services:
            text = bpmn.diagram(service, language=site.language)
            entry = zipfile.ZipInfo(f"{service.key}.bpmn", date_time=day)
            entry.compress_type = zipfile.ZIP_DEFLATED
            whole.writestr(entry, text)
    return content.getvalue()


def _spreadsheet(services: Services, site: Site) -> bytes:
    return spreadsheet.workbook(services, changed=site.changed)


def _json(shape: Mapping[str, Any]) -> bytes:
    return json.dumps(shape, ensure_ascii=False, indent=1).encode() + b"\n"


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BPMN = "application/xml"
FORMATS = {
    one.key: one
    for one in (
        Format("spreadsheet", XLSX, "catalogue.xlsx", _spreadsheet),
        Format("cpsv-ap", "application/ld+json", "catalogue.jsonld", _cpsv),
        Format("schema-org", "application/ld+json", "schema-org.jsonld", _schema_org),
        Format("bpmn", "application/zip", "flows.zip", _bpmn),
    )
}


def written_as(key: str, services: Services, site: Site) -> bytes:
    """The services in a format; KeyError when there is no such format."""
    return FORMATS[key].write(services, site)


def flow_of(service: ServiceDefinition, language: str = "ar") -> bytes:
    """One flow alone, as BPMN XML."""
    return bpmn.diagram(service, language=language).encode()
