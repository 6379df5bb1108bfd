"""What every process does first: secrets, key ring, Django."""

from __future__ import annotations

import os

from shubbak.kernel import keys

from . import vault
from .environment import Environment


def prepare() -> Environment:
    """Make this process ready to run Shubbak's code: its secrets made or read, its ring installed, Django set up."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shubbak.config.settings")
    env = Environment.read()
    vault.make_all(env.home)
    keys.install(vault.ring(env.home))
    import django

    django.setup()
    _speak_the_readers_language()
    return Environment.read()


def _speak_the_readers_language() -> None:
    """Pairs of words that carry no language of their own are said in the one Django has active."""
    from django.utils.translation import get_language

    from shubbak.flow.words import speak_by

    speak_by(lambda: get_language() or "ar")
