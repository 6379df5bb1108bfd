"""List an account on the demo's sign-in page."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from shubbak.kernel.actor import Actor, ActorKind
from shubbak.kernel.refusal import NotNow
from shubbak.trail.whole import whole

from ..models import Account, Staff


@whole
def join_demo_cast(*, by: Actor, staff: Staff) -> None:
    """Marks the account as the demo's: its codes are shown to everybody, and outside the demo it never signs in."""
    if not settings.DEMO or by.kind is not ActorKind.SYSTEM:
        raise NotNow("not_the_demo", _("Only the demo has a cast. Start Shubbak with --demo."))
    Account.objects.filter(staff=staff).update(is_demo=True)
