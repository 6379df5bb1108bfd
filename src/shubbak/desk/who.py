"""Whose door this is: everybody who works on files or looks over them. What each sees is `cases.rules`' business."""

from __future__ import annotations

from shubbak.kernel.actor import Role

WORKERS = (
    Role.CLERK,
    Role.CASHIER,
    Role.REVIEWER,
    Role.INSPECTOR,
    Role.DEPARTMENT_HEAD,
    Role.UNIT_HEAD,
    Role.AGENCY_REVIEWER,
    Role.ARCHIVIST,
    Role.CENTRE_MANAGER,
    Role.AUDITOR,
)
