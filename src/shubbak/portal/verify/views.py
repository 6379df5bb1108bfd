"""Whether a paper is real and in force: by a phone's camera, by a pasted code, by a verifier without a network."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_http_methods, require_safe

from shubbak.documents.queries import jwks, key_list, status_list, verify
from shubbak.people.access import public

from ..languages import spoken
from ..secrecy import secret, unlisted
from .shown import shown

_HOUR = 3600


@public
@spoken
@unlisted
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Where a code is pasted or scanned."""
    if request.method != "POST":
        return render(request, "portal/verify/enter.html")
    text = request.POST.get("code", "").strip()[:2000]
    token, host = _read(text)
    ours = host in ("", request.get_host().lower())
    if token and ours:
        return redirect("verified", token=token)
    faults = [("f-code", _("Scan the QR on the paper, or paste all that it says."))] if ours else []
    told = {"foreign": "" if ours else host, "text": text, "faults": faults}
    return render(request, "portal/verify/enter.html", told, status=422)


@public
@never_cache
@spoken
@secret
@require_safe
def verified(request: HttpRequest, token: str) -> HttpResponse:
    """What the paper's QR opens. Nothing is written, and the token is read exactly as it stands."""
    found = verify(token)
    status = 404 if found.state in ("forged", "unknown") else 200
    return render(
        request, "portal/verify/verified.html", {"shown": shown(found), "host": request.get_host()}, status=status
    )


@public
@cache_control(max_age=_HOUR, public=True)
@require_safe
def keys(request: HttpRequest) -> JsonResponse:
    """The keys an offline verifier trusts, vouched for by the root."""
    return JsonResponse(key_list())


@public
@cache_control(max_age=_HOUR, public=True)
@require_safe
def key_set(request: HttpRequest) -> JsonResponse:
    """The same keys as a JSON Web Key Set."""
    return JsonResponse(jwks(), content_type="application/jwk-set+json")


@public
@cache_control(max_age=_HOUR, public=True)
@require_safe
def statuses(request: HttpRequest, list_id: str) -> HttpResponse:
    """A signed list of which papers are suspended or revoked."""
    signed = status_list(list_id)
    if signed is None:
        raise Http404
    return HttpResponse(signed, content_type="application/cose")


def _read(text: str) -> tuple[str, str]:
    """The token and the host of what was scanned or pasted: a whole address, or the token alone."""
    parts = urlsplit(text)
    if not parts.scheme:
        return "".join(text.split()), ""
    head, _slash, token = parts.path.rpartition("/")
    return (unquote(token) if head.lower() == "/v" else ""), parts.netloc.lower()
