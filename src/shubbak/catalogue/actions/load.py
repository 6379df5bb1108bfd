"""Take a folder of services into use."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from shubbak.kernel import clock
from shubbak.kernel.actor import SYSTEM, Actor
from shubbak.kernel.refusal import Fault, Invalid
from shubbak.trail.actions import record

from ..models import FolderReading, Service, ServiceVersion
from ..queries.published import forget_catalogue
from ..reading.findings import Finding
from ..reading.fingerprint import fingerprint
from ..reading.folder import read_folder
from ..reading.freezing import Compiled

SHIPPED = Path(__file__).parent.parent
_LOCK = 7_210_403


def load(folder: Path | str = SHIPPED, *, by: Actor = SYSTEM) -> list[str]:
    """Publish every service below `folder` that differs from its current version; the keys published, in order.

    All or nothing: Invalid (code "catalogue", one fault a finding) when `check` finds anything. Running cases keep
    their version. Loading the same folder again writes nothing, and does not read it when nothing was published since.
    A handful of statements, however many services.
    """
    digest = fingerprint(Path(folder))
    if FolderReading.objects.filter(digest=digest, state=_state()).exists():
        return []
    compiled, findings = _read(Path(folder), digest)
    if findings:
        faults = [Fault(f"{f.file}:{f.line}", "catalogue", f"{f.what} {f.mend}") for f in findings]
        raise Invalid("catalogue", _("The folder was not loaded: mend what is listed first."), faults=faults)
    with transaction.atomic():
        published = _publish(compiled)
        if published:
            record(by=by, act="catalogue.loaded", subject="catalogue", subject_id=None, facts={"versions": published})
        _remember(digest)
    forget_catalogue()
    return sorted(published)


@lru_cache(maxsize=2)
def _read(folder: Path, digest: bytes) -> tuple[list[Compiled], list[Finding]]:
    """The folder's services, read once a process while its files stay as they are."""
    return read_folder(folder)


def _state() -> bytes:
    """What every service's current version is, in 32 bytes."""
    rows = Service.objects.filter(current__isnull=False).order_by("key").values_list("key", "current__digest")
    return hashlib.sha256(b"".join(key.encode() + b"\0" + bytes(digest) for key, digest in rows)).digest()


def _remember(digest: bytes) -> None:
    reading = FolderReading(digest=digest, state=_state(), read_at=clock.now())
    FolderReading.objects.bulk_create(
        [reading], update_conflicts=True, update_fields=["state", "read_at"], unique_fields=["digest"]
    )


def _publish(compiled: list[Compiled]) -> dict[str, int]:
    """Write the versions that are new; their numbers by key."""
    with transaction.get_connection().cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    standing = {
        key: (number, bytes(digest))
        for key, number, digest in Service.objects.values_list("key", "current__number", "current__digest")
        if number is not None
    }
    new = [one for one in compiled if standing.get(one.service.key, (0, b""))[1] != one.digest]
    if not new:
        return {}
    Service.objects.bulk_create([Service(key=one.service.key) for one in new], ignore_conflicts=True)
    now = clock.now()
    versions = ServiceVersion.objects.bulk_create(
        [
            ServiceVersion(
                service_id=one.service.key,
                number=standing.get(one.service.key, (0, b""))[0] + 1,
                tree=one.tree,
                digest=one.digest,
                published_at=now,
            )
            for one in new
        ]
    )
    Service.objects.bulk_update([Service(key=v.service_id, current=v) for v in versions], ["current"])
    return {v.service_id: v.number for v in versions}
