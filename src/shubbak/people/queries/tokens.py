"""Who asks with a bearer token: asked at every request of the API, so it is one plain statement."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.conf import settings
from django.db import connection

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor
from shubbak.trail.statements import kept_cursor

from ..models import Staff
from .actors import presence_with

_HOLDER = """
SELECT t.assurance, s.id, s.account_id, s.number, s.name, s.unit_id, s.created_at,
       (SELECT json_agg(json_build_object('r', h.role, 'p', u.path, 'd', h.department_id) ORDER BY h.role, u.path)
        FROM people_holding h JOIN places_unit u ON u.code = h.unit_id
        WHERE h.staff_id = s.id AND h.since <= %(today)s AND (h.until IS NULL OR h.until > %(today)s))::text
FROM people_apitoken t
JOIN people_staff s ON s.id = t.staff_id
LEFT JOIN people_account a ON a.id = s.account_id
WHERE t.digest = %(digest)s AND t.revoked_at IS NULL AND t.expires_at > %(now)s
  AND coalesce(a.is_active, true) AND (%(demo)s OR NOT coalesce(a.is_demo, false))
"""


def actor_of_token(raw: str) -> tuple[Actor, Staff] | None:
    """The Actor and the member of staff of a bearer token, in one statement; None when it is unknown, expired or
    revoked, when her account is disabled, or when it is the demo's and this is not the demo."""
    asked: dict[str, Any] = {
        "digest": token_digest(raw),
        "now": clock.now(),
        "today": clock.today(),
        "demo": settings.DEMO,
    }
    with kept_cursor() as cursor:
        cursor.execute(_HOLDER, asked | {"demo": settings.DEMO})
        row = cursor.fetchone()
    if row is None:
        return None
    assurance, key, account, number, name, unit, created, grants = row
    staff = Staff(id=key, account_id=account, number=number, name=name, unit_id=unit, created_at=created)
    staff._state.adding, staff._state.db = False, connection.alias
    return presence_with(staff, json.loads(grants or "[]"), assurance).actor, staff


def token_digest(raw: str) -> bytes:
    """What is kept of a token."""
    return hashlib.sha256(raw.encode()).digest()
