"""Passwords checked, and the account of a session loaded with its grants: one statement."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.backends import ModelBackend

from ..models import Account
from ..queries.actors import accounts_with_grants


class StaffBackend(ModelBackend):
    """Active accounts only; an account of the demo is nobody outside the demo.

    A wrong name takes as long as a wrong password, and a disabled account is answered like a wrong password.
    """

    def user_can_authenticate(self, user: Any) -> bool:
        return bool(user.is_active) and (settings.DEMO or not user.is_demo)

    def get_user(self, user_id: Any) -> Account | None:
        account = accounts_with_grants().filter(pk=user_id).first()
        return account if account is not None and self.user_can_authenticate(account) else None
