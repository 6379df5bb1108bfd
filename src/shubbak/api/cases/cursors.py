"""Where a list goes on: an opaque word, which only our own lists make."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import UTC, datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from shubbak.kernel.refusal import Fault, Invalid


def sealed(after: str) -> str:
    """The query's own cursor as one word for an address."""
    return urlsafe_b64encode(after.encode()).decode().rstrip("=")


def opened(word: str) -> str:
    """The query's own cursor, in UTC: an offset may pass what a database knows. Invalid when the word is not ours."""
    if not word:
        return ""
    try:
        after = urlsafe_b64decode(word + "=" * (-len(word) % 4)).decode()
        at, _sep, key = after.partition("_")
        moment = datetime.fromisoformat(at)
        if moment.tzinfo is None or str(UUID(key)) != key:
            raise ValueError(word)
        return f"{moment.astimezone(UTC).isoformat()}_{key}"
    except (ValueError, OverflowError):
        message = _("Follow `next` as it was given.")
        raise Invalid("after", message, faults=[Fault("after", "after", message)]) from None
