"""The web process as Granian loads it."""

from __future__ import annotations

import signal
from threading import Thread

from django.core.wsgi import get_wsgi_application

from .running.children import follow_parent
from .start import prepare

# A server that was killed leaves nobody holding its port: what was under way is undone by the database.
follow_parent(signal.SIGKILL)
prepare()
application = get_wsgi_application()


def _warm() -> None:
    """Lay the words of the catalogue out before the first question asks for them."""
    from django.db import DatabaseError, connection

    from shubbak.catalogue.queries.search import sought

    try:
        sought("")
    except DatabaseError:  # the first page will say what is wrong
        pass
    finally:
        connection.close()


Thread(target=_warm, name="warm", daemon=True).start()
