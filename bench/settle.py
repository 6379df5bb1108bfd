"""`python -m bench.settle SERVICES`: hires who acts in the bench, and prints what the rest must know.

`python -m bench.settle again NUMBER…`: who was hired for a kept state folder signs in anew.
"""

from __future__ import annotations

import json
import secrets
import sys
from dataclasses import asdict, dataclass
from typing import Any

from shubbak.config.running.session import database

STAGED = ("04", "13", "18")
"""Governorates of the demo's cast: a draw among reviewers must find ours only."""
COMPLAINTS = "complaints"


@dataclass
class Ground:
    """What the loaders and the clients need: keys, tokens, sealed samples, one row a service."""

    tokens: dict[str, str]
    staff: dict[str, str]
    cookies: dict[str, str]
    code: str
    sealed: dict[str, str]
    services: list[dict[str, Any]]
    units: list[tuple[str, str, str]]
    wide: str


def main() -> None:
    """Once per state folder; signing in once more whenever a kept one is measured again."""
    with database():
        told = _signed_in(sys.argv[2:]) if sys.argv[1] == "again" else asdict(_settled(int(sys.argv[1])))
        print(json.dumps(told))


def _settled(services: int) -> Ground:
    from shubbak.places.models import Unit

    local = Unit.objects.filter(kind__in=["district", "city", "markaz"]).order_by("code")
    units = [(u.code, u.path, u.governorate) for u in local]
    firsts = {governorate: code for code, _path, governorate in reversed(units) if governorate not in STAGED}
    codes = sorted(firsts.values())[:4]
    counted: dict[str, int] = {}
    for _code, _path, governorate in units:
        counted[governorate] = counted.get(governorate, 0) + 1
    wide = max(counted, key=lambda governorate: counted[governorate])
    actors = _hired(codes, wide)
    code = "B3NCH000"
    return Ground(
        **_signed_in(list(actors)),
        staff={number: str(actor.id) for number, actor in actors.items()},
        code=code,
        sealed=_sealed(code),
        services=_published(services),
        units=units,
        wide=wide,
    )


def _hired(codes: list[str], wide: str) -> dict[str, Any]:
    """Four windows with all who are needed behind them, and one head who sees the widest governorate."""
    from shubbak.kernel.actor import SYSTEM, Role
    from shubbak.people.actions import enrol_totp, grant_role, hire_staff
    from shubbak.people.queries import actor_of_staff

    posts = [
        (f"{name}@bench{i}", code, role, department)
        for i, code in enumerate(codes)
        for name, role, department in (
            ("clerk", Role.CLERK, None), ("manager", Role.CENTRE_MANAGER, None),
            ("reviewer", Role.REVIEWER, COMPLAINTS),
        )
    ]  # fmt: skip
    posts.append(("head@bench", wide, Role.UNIT_HEAD, None))
    for number, unit, role, department in posts:
        staff = hire_staff(by=SYSTEM, number=number, name="موظف القياس", unit=unit, password=secrets.token_hex(12))
        grant_role(by=SYSTEM, staff=staff, role=role, unit=unit, department=department)
        enrol_totp(by=SYSTEM, staff=staff)
    return {number: actor_of_staff(number) for number, *_ in posts}


def _signed_in(numbers: list[str]) -> dict[str, dict[str, str]]:
    at_pages = [number for number in numbers if number.startswith(("clerk@", "reviewer@", "head@"))]
    return {
        "tokens": {number: _token(number) for number in numbers},
        "cookies": {number: _cookie(number) for number in at_pages},
    }


def _token(number: str) -> str:
    from shubbak.kernel.actor import SYSTEM
    from shubbak.people.actions import issue_token
    from shubbak.people.queries import staff_by_number

    return str(issue_token(by=SYSTEM, staff=staff_by_number(number), hours=24))


def _cookie(number: str) -> str:
    """A session as if she had signed in with her second factor."""
    from allauth.account.internal.flows.login import record_authentication
    from django.conf import settings
    from django.contrib.auth import login
    from django.contrib.sessions.backends.db import SessionStore
    from django.http import HttpRequest

    from shubbak.people.queries import staff_by_number
    from shubbak.people.signin import session

    request = HttpRequest()
    request.session = SessionStore()
    account = staff_by_number(number).account
    login(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
    record_authentication(request, account, method="mfa")
    session.begin(request)
    request.session.save()
    return str(request.session.session_key)


def _sealed(code: str) -> dict[str, str]:
    from shubbak.kernel import keys

    ring = keys.ring()
    samples = {
        "cases.code": code, "people.mobile": "01000000042", "people.national_id": "26001010400028",
        "documents.facts": "{}", "documents.name": "مستند.pdf",
    }  # fmt: skip
    return {purpose: ring.seal_text(text, purpose).hex() for purpose, text in samples.items()}


def _published(wanted: int) -> list[dict[str, Any]]:
    """The shipped services that a unit works at itself, and as many copies under other keys as make `wanted`."""
    from shubbak.catalogue.queries import offered

    shipped = sorted(filter(_work, offered()), key=lambda published: published.service.key)
    made = []
    for i in range(wanted):
        first = shipped[i % len(shipped)]
        key = first.service.key if i < len(shipped) else f"{first.service.key}-{i // len(shipped)}"
        made.append(_row(i, first, key))
    return made


def _work(published: Any) -> list[Any]:
    return [s for s in published.service.flow.steps.values() if s.kind == "work" and s.place == "home"]


def _row(i: int, published: Any, key: str) -> dict[str, Any]:
    from shubbak.cases.answers import Answers

    service = published.service
    work = _work(published)
    return {
        "i": i, "key": key, "like": service.key, "version": published.version_id, "department": service.department,
        "answers": Answers().sealed().hex(), "first": work[0].key, "last": work[-1].key, "role": str(work[-1].role),
        "task_department": work[-1].department or service.department,
        "paid": any(s.kind == "payment" for s in service.flow.steps.values()),
        "output": service.output.kind if service.output else "",
    }  # fmt: skip


if __name__ == "__main__":
    main()
