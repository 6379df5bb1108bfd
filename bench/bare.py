"""A bare Django view with the same look-up as the tracking page: the limit of what a page can be. Run under Granian."""

from __future__ import annotations

import os
from typing import Any

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import re_path

from shubbak.config.environment import database

_LOOK_UP = """
SELECT c.number, c.state, c.submitted_at, c.promised_on, s.service_id, t.step, t.due_on
FROM cases_case c JOIN catalogue_serviceversion s ON s.id = c.version_id
LEFT JOIN cases_task t ON t.case_id = c.id AND t.state = 'open' WHERE c.number = %s
"""


def track(request: HttpRequest, number: str) -> HttpResponse:
    """One look-up, one line of text."""
    with connection.cursor() as cursor:
        cursor.execute(_LOOK_UP, [number])
        row: Any = cursor.fetchone()
    said = " ".join(map(str, row or ())).encode()
    return HttpResponse(said, headers={"Content-Length": str(len(said))})


urlpatterns = [re_path(r"^T/(?P<number>[0-9A-Z-]+)-[0-9A-Z]{8}$", track)]
settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    DATABASES={"default": database(os.environ["DATABASE_URL"])},
    ROOT_URLCONF=__name__,
    SECRET_KEY="of a view that signs nothing",
    USE_TZ=True,
)
django.setup()
application = get_wsgi_application()
