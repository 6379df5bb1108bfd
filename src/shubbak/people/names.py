"""A name as it is kept: what can be seen of it, on one line, and no longer than there is room, folded or not."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from shubbak.kernel.arabic import fold, visible
from shubbak.kernel.refusal import Fault, Invalid

LONGEST = 200


def kept_name(text: str) -> str:
    """The name to keep; Invalid `name` when it is none. Some signs stand for whole sentences, which are counted too."""
    name = " ".join(visible(text).split())
    if len(fold(name)) < 2 or len(name) > LONGEST:
        raise _unfit(_("Write the name as it stands on the card, in 2 to 200 characters."))
    if len(fold(name)) > LONGEST:
        raise _unfit(_("Write the name in letters: one of its signs stands for many, and the whole passes 200."))
    return name


def _unfit(message: Any) -> Invalid:
    return Invalid("name", message, faults=[Fault("name", "name", message)])
