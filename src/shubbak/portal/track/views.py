"""Where is my application: by number and code, or by the slip's QR. The page's address is the slip's own."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from shubbak.cases.queries import track, track_by_slip
from shubbak.documents import queries as documents
from shubbak.people.access import public
from shubbak.people.actions import count_miss

from ..languages import spoken
from ..secrecy import secret, unlisted
from .forms import LookUp
from .shown import shown

_ALLOWED, _SECONDS = 20, 15 * 60


@public
@never_cache
@spoken
@unlisted
@require_http_methods(["GET", "HEAD", "POST"])
def look_up(request: HttpRequest) -> HttpResponse:
    """Ask for number and code; when they belong together, go to the case's page."""
    if request.method != "POST":
        return render(request, "portal/track/look_up.html", {"form": LookUp()})
    form = LookUp(request.POST)
    if form.is_valid():
        number, code = form.cleaned_data["number"], form.cleaned_data["code"]
        if track(number=number, code=code) is not None:
            return redirect("slip", token=f"{number}-{code}")
        return _missed(request, form)
    return render(request, "portal/track/look_up.html", {"form": form}, status=422)


@public
@never_cache
@spoken
@secret
@require_safe
def by_slip(request: HttpRequest, token: str) -> HttpResponse:
    """The case's page."""
    found = track_by_slip(token.upper())
    if found is None:
        return _missed(request, LookUp())
    return render(request, "portal/track/case.html", {"case": found, "shown": shown(found), "token": token})


@public
@never_cache
@secret
@require_safe
def paper(request: HttpRequest, token: str, paper: str) -> HttpResponse:
    """A paper of the case, for whoever holds its slip."""
    found = track_by_slip(token.upper())
    listed = next((one for one in found.papers if str(one.id) == paper), None) if found is not None else None
    issued = documents.paper(listed.id) if listed is not None else None
    if listed is None or issued is None:
        raise Http404
    answer = HttpResponse(documents.paper_pdf(issued), content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'inline; filename="{listed.kind}-{listed.number}.pdf"'
    return answer


def _missed(request: HttpRequest, form: LookUp) -> HttpResponse:
    """The same for a case that does not exist and for a wrong code. Only misses are held off: a right pair always
    opens, since thousands of phones share one address."""
    counted = count_miss(door="track", subject=request.META.get("REMOTE_ADDR", ""), allowed=_ALLOWED, seconds=_SECONDS)
    told = {"form": form, "missed": True, "held": not counted}
    answer = render(request, "portal/track/look_up.html", told, status=404 if counted else 429)
    answer.headers["Referrer-Policy"] = "same-origin"
    return answer
