"""The cast under numbers of its own: a demo town has its own clerk@suez already."""

from __future__ import annotations

from dataclasses import replace

from tests import cast


def _renamed(member: cast.Member) -> cast.Member:
    return replace(member, number=member.number.replace("@suez", "@crash"))


STAFF = tuple(_renamed(member) for member in cast.STAFF)
CLERK, CASHIER, REVIEWER, INSPECTOR, CHIEF, HEAD, ARCHIVIST, CENTRE = STAFF[:8]
