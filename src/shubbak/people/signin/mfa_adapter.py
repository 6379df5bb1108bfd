"""Second factors: their secrets sealed by the key ring, their QR drawn by us."""

from __future__ import annotations

import base64
import io
from typing import Any

import segno
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from shubbak.kernel.keys import ring

_PURPOSE = "people.second_factor"


class SealedMfaAdapter(DefaultMFAAdapter):
    """allauth's hooks for TOTP secrets and recovery seeds."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This code is wrong or was used already. Wait for the next one and type it."),
    }

    def encrypt(self, text: str) -> str:
        return base64.b64encode(ring().seal_text(text, _PURPOSE)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return ring().open_text(base64.b64decode(encrypted_text), _PURPOSE)

    def get_totp_issuer(self) -> str:
        return "Shubbak"

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:
        owned = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return gettext("Key %(n)s") % {"n": owned + 1}

    def build_totp_svg(self, url: str) -> str:
        out = io.BytesIO()
        segno.make(url, error="m", micro=False).save(out, kind="svg", scale=5, border=4, dark="#000", light="#fff")
        return out.getvalue().decode()
