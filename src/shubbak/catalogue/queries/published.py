"""Published versions from the process's memory. A version never changes, so it is read and parsed once a process."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Count, Max, Sum
from django.utils.translation import gettext_lazy as _

from shubbak.flow.definition import ServiceDefinition
from shubbak.kernel.refusal import NotThere

from ..models import Service, ServiceVersion
from ..reading.freezing import thawed

FRESH_SECONDS = 5.0
_BLIND = """
SELECT step->>'role', array_agg(DISTINCT service_id)
FROM catalogue_serviceversion, jsonb_path_query(tree, '$.flow.steps.*') AS step
WHERE step->'blind' = 'true' AND step->>'role' <> '' GROUP BY 1
"""


@dataclass(frozen=True, slots=True)
class Published:
    """A service as offered now: the version that new requests begin with, and its definition."""

    version_id: int
    service: ServiceDefinition


class _Memory:
    """Definitions by version, for ever; which version is current, looked at again after FRESH_SECONDS."""

    def __init__(self) -> None:
        self.definitions: dict[int, ServiceDefinition] = {}
        self.current: dict[str, int] = {}
        self.withdrawn: tuple[int, ...] = ()
        self.whole: tuple[Published, ...] = ()
        self.blind: tuple[dict[str, Any], dict[str, frozenset[str]]] | None = None
        self.mark: dict[str, Any] = {}
        self.looked_at = float("-inf")


_memory = _Memory()


def version(version_id: int) -> ServiceDefinition:
    """The definition of a version; one statement the first time in a process, none after. NotThere when unknown."""
    if version_id not in _memory.definitions:
        _learn([version_id])
    if version_id not in _memory.definitions:
        raise NotThere("unknown_version", _("There is no such version of a service."))
    return _memory.definitions[version_id]


def learn_versions(version_ids: Iterable[int]) -> None:
    """Make `version` answer for all of these without a statement; one statement now for those never read before."""
    if missing := set(version_ids) - _memory.definitions.keys():
        _learn(missing)


def current(key: str) -> Published:
    """The service with this key as it is offered now (at most five seconds old); NotThere when there is none."""
    version_id = current_versions().get(key)
    if version_id is None:
        raise NotThere("unknown_service", _("There is no service with this key. Choose one from the list."))
    return Published(version_id, version(version_id))


def current_versions() -> dict[str, int]:
    """The current version of every service by key. One small statement at most every FRESH_SECONDS tells whether any
    changed; only then they are read again."""
    if time.monotonic() - _memory.looked_at > FRESH_SECONDS:
        rows = Service.objects.filter(current__isnull=False)
        # A version's number only grows: no change leaves all three as they were.
        mark = rows.aggregate(n=Count("pk"), last=Max("current_id"), sum=Sum("current_id"))
        if mark != _memory.mark:
            _memory.current = dict(rows.order_by("key").values_list("key", "current_id"))
            _memory.withdrawn = tuple(one.pk for one in last_versions(service__current__isnull=True).values())
            _memory.mark, _memory.whole, _memory.blind = mark, (), None
        _memory.looked_at = time.monotonic() if _memory.current else float("-inf")
    return _memory.current


def every_current() -> tuple[Published, ...]:
    """Every service offered now, by key, the same tuple until one changes; one more statement when some were never read
    by this process."""
    ids = current_versions()
    if not _memory.whole:
        learn_versions(ids.values())
        _memory.whole = tuple(Published(pk, _memory.definitions[pk]) for pk in ids.values())
    return _memory.whole


def once_offered() -> tuple[Published, ...]:
    """Every service that may have cases: those that were withdrawn, at their last version, then those offered now."""
    whole = every_current()
    learn_versions(_memory.withdrawn)
    gone = [(pk, version(pk)) for pk in _memory.withdrawn]
    return (*(Published(pk, service) for pk, service in gone), *whole)


def judged_blindly() -> dict[str, frozenset[str]]:
    """By role, the services of which it judges a step blindly in any version there ever was: a case stays with the
    version it began with. The same mapping until a service changes; then one statement over all versions."""
    current_versions()
    mark, kept = _memory.mark, _memory.blind
    if kept is None or kept[0] != mark:
        with connection.cursor() as cursor:
            cursor.execute(_BLIND)
            kept = mark, {role: frozenset(keys) for role, keys in cursor.fetchall()}
        _memory.blind = kept  # with the mark it was read after: another thread may have seen a newer one
    return kept[1]


class Last(NamedTuple):
    """The last version of a service: its id, number and digest, and whether the service is still offered."""

    pk: int
    number: int
    digest: bytes
    is_offered: bool


def last_versions(**of: Any) -> dict[str, Last]:
    """The last version of each service whose version is `of` this kind, by key; one statement."""
    rows = ServiceVersion.objects.filter(**of).order_by("service_id", "-number").distinct("service_id")
    told = rows.values_list("service_id", "pk", "number", "digest", "service__current")
    return {key: Last(pk, number, bytes(digest), current is not None) for key, pk, number, digest, current in told}


def forget_catalogue() -> None:
    """Ask the database again next time: after a load, and between tests."""
    global _memory
    _memory = _Memory()


def _learn(version_ids: Iterable[int]) -> None:
    for pk, tree in ServiceVersion.objects.filter(pk__in=version_ids).values_list("pk", "tree"):
        _memory.definitions[pk] = thawed(tree)
