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
from ..queries.published import forget_catalogue, last_versions
from ..reading.findings import Finding
from ..reading.fingerprint import fingerprint
from ..reading.folder import read_folder
from ..reading.freezing import Compiled

SHIPPED = Path(__file__).parent.parent
_LOCK = 7_210_403


def load(folder: Path | str = SHIPPED, *, by: Actor = SYSTEM, withdrawn_too: bool = True) -> list[str]:
    """Publish every service below `folder` that differs from its current version; the keys published, in order.

    All or nothing: Invalid (code "catalogue", one fault a finding) when `check` finds anything. Running cases keep
    their version. Loading the same folder again writes nothing, and does not read it when nothing was published since.
    A service that was withdrawn is offered again, unless not `withdrawn_too`: so loads every start. A handful of
    statements, however many services.
    """
    digest = fingerprint(Path(folder))
    remembered = digest if withdrawn_too else hashlib.sha256(digest + b"but withdrawn").digest()
    if FolderReading.objects.filter(digest=remembered, state=_state()).exists():
        return []
    compiled, findings = _read(Path(folder), digest)
    if findings:
        faults = [Fault(f"{f.file}:{f.line}", "catalogue", f"{f.what} {f.mend}") for f in findings]
        raise Invalid("catalogue", _("The folder was not loaded: mend what is listed first."), faults=faults)
    with transaction.atomic():
        published = _publish(compiled, withdrawn_too)
        if published:
            record(by=by, act="catalogue.loaded", subject="catalogue", subject_id=None, facts={"versions": published})
        _remember(remembered)
    forget_catalogue()
    return sorted(published)


def one_at_a_time() -> None:
    """Whoever changes what is offered waits for whoever does so already."""
    with transaction.get_connection().cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


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


def _publish(compiled: list[Compiled], withdrawn_too: bool) -> dict[str, int]:
    """Write the versions that are new and offer again what was withdrawn; their numbers by key."""
    one_at_a_time()
    last = last_versions()
    gone = {key for key, one in last.items() if not one.is_offered}
    wanted = [one for one in compiled if withdrawn_too or one.service.key not in gone]
    new = [one for one in wanted if one.service.key not in last or last[one.service.key].digest != one.digest]
    again = {one.service.key: last[one.service.key] for one in wanted if one.service.key in gone and one not in new}
    if not new and not again:
        return {}
    Service.objects.bulk_create([Service(key=one.service.key) for one in new], ignore_conflicts=True)
    versions = _written(new, {key: one.number for key, one in last.items()})
    offered = [Service(key=v.service_id, current=v) for v in versions]
    offered += [Service(key=key, current_id=one.pk) for key, one in again.items()]
    Service.objects.bulk_update(offered, ["current"])
    return {v.service_id: v.number for v in versions} | {key: one.number for key, one in again.items()}


def _written(new: list[Compiled], standing: dict[str, int]) -> list[ServiceVersion]:
    """The next version of each."""
    now = clock.now()
    return ServiceVersion.objects.bulk_create(
        [
            ServiceVersion(
                service_id=one.service.key,
                number=standing.get(one.service.key, 0) + 1,
                tree=one.tree,
                digest=one.digest,
                published_at=now,
            )
            for one in new
        ]
    )
