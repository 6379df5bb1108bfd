"""Forget what sign-in no longer needs."""

from __future__ import annotations

from datetime import timedelta

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from shubbak.kernel import clock
from shubbak.kernel.actor import Actor, ActorKind
from shubbak.kernel.refusal import NotThere
from shubbak.trail.whole import whole

from ...models import ApiToken, Miss

_MISSES = timedelta(days=1)
_TOKENS = timedelta(days=90)


@whole
def forget_stale(*, by: Actor) -> None:
    """Counts and spent codes of yesterday, sessions that are over, tokens dead for a quarter of a year."""
    if by.kind is not ActorKind.SYSTEM:
        raise NotThere("sign_in", "")
    now = clock.now()
    Miss.objects.filter(since__lt=now - _MISSES).delete()
    Session.objects.filter(expire_date__lt=now).delete()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    ApiToken.objects.filter(expires_at__lt=now - _TOKENS).delete()
