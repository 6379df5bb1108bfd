"""The front page, the pages about Shubbak, and the reader's choice of light."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from shubbak.catalogue.queries import offered
from shubbak.design.context import THEME_COOKIE, THEMES
from shubbak.people.access import public

from ..languages import spoken
from ..services.labels import EVENTS, FIRST
from .centres import by_governorate, working_days

_YEAR = 365 * 24 * 3600


@public
@spoken
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """The front page: search, three doors, occasions."""
    return render(request, "portal/home/front.html", {"count": len(offered()), "events": EVENTS[:FIRST]})


@public
@spoken
@require_safe
def pay(request: HttpRequest) -> HttpResponse:
    """How and where to pay."""
    return render(request, "portal/home/pay.html")


@public
@spoken
@require_safe
def centres(request: HttpRequest) -> HttpResponse:
    """Where to go, and when it is open."""
    return render(request, "portal/home/centres.html", {"days": working_days(), "groups": by_governorate()})


@public
@spoken
@require_safe
def complain(request: HttpRequest) -> HttpResponse:
    """How to complain, about what, and who answers by when."""
    return render(request, "portal/home/complain.html")


@public
@spoken
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What Shubbak is."""
    return render(request, "portal/home/about.html")


@public
@spoken
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept about people, why, and how it is guarded."""
    return render(request, "portal/home/privacy.html")


@public
@spoken
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """How usable the site is for everybody, and how to tell when it is not."""
    return render(request, "portal/home/accessibility.html")


@public
@require_POST
def light(request: HttpRequest) -> HttpResponse:
    """Remember whether the reader wants bright or dark rooms, or what her device says, and take her back."""
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = "/"
    answer = redirect(back)
    chosen = request.POST.get("light", "")
    if chosen in THEMES:
        secure = settings.SESSION_COOKIE_SECURE
        answer.set_cookie(THEME_COOKIE, chosen, max_age=_YEAR, httponly=True, samesite="Lax", secure=secure)
    else:
        answer.delete_cookie(THEME_COOKIE, samesite="Lax")
    return answer
