"""The web process as Granian loads it."""

from __future__ import annotations

import signal

from django.core.wsgi import get_wsgi_application

from .running.children import follow_parent
from .start import prepare

# A server that was killed leaves nobody holding its port: what was under way is undone by the database.
follow_parent(signal.SIGKILL)
prepare()
application = get_wsgi_application()
