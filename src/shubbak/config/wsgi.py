"""The web process as Granian loads it."""

from __future__ import annotations

from django.core.wsgi import get_wsgi_application

from .running.children import follow_parent
from .start import prepare

follow_parent()
prepare()
application = get_wsgi_application()
