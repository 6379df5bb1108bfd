"""A request as every view of the desk gets it: somebody of the staff asks."""

from __future__ import annotations

from django.http import HttpRequest

from shubbak.kernel.actor import Actor


class Asked(HttpRequest):
    """A request to which `people.middleware` has put who asks."""

    actor: Actor
