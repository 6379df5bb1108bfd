"""Manifest, service worker, the page without a connection, and what search engines may read."""

from __future__ import annotations

import hashlib
import json

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from shubbak.design.formats import said
from shubbak.people.access import public

from ..verify.shown import TONES, kinds, verdict


@public
@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """How the site stands on a phone's home screen."""
    language = translation.get_language() or "ar"
    told = {
        "id": "/",
        "name": _("Shubbak: one window to your local government"),
        "short_name": _("Shubbak"),
        "lang": language,
        "dir": "ltr" if language.startswith("en") else "rtl",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#f5f4ef",
        "theme_color": "#083c47",
        "icons": [
            {"src": static("portal/icon-192.png"), "sizes": "192x192", "type": "image/png", "purpose": "any"},
            {"src": static("portal/icon-512.png"), "sizes": "512x512", "type": "image/png", "purpose": "any maskable"},
        ],
        "shortcuts": [
            {"name": _("Track your application"), "url": "/track/"},
            {"name": _("Verify a licence"), "url": "/verify/"},
        ],
    }
    return HttpResponse(json.dumps(told, ensure_ascii=False), content_type="application/manifest+json")


@public
@never_cache
@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """The worker that answers without a connection; its version is its own digest, so that it changes when it must."""
    text = render_to_string("portal/install/sw.js")
    version = hashlib.sha256(text.encode()).hexdigest()[:12]
    return HttpResponse(text.replace("VERSION-OF-THIS-FILE", version), content_type="text/javascript; charset=utf-8")


@public
@require_safe
def offline(request: HttpRequest, language: str) -> HttpResponse:
    """Shown without a connection: it verifies a paper by itself, and says so of every other page."""
    if language not in dict(settings.LANGUAGES):
        raise Http404
    with translation.override(language):
        verdicts = [(state, tone, *verdict(state)) for state, tone in TONES.items()]
        named = {kind: said(name) for kind, name in kinds().items()}
        return render(request, "portal/install/offline.html", {"verdicts": verdicts, "kinds": named})


@public
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """The pages of one person's case or paper are for nobody's index."""
    closed = ("/T/", "/V/", "/t/", "/v/", "/track/", "/staff/", "/desk/", "/counter/", "/api/", "/offline/")
    lines = ["User-agent: *", *(f"Disallow: {one}" for one in closed)]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
