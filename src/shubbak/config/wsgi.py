"""The web process as Granian loads it."""

from __future__ import annotations

import gc
import signal
from threading import Thread

from django.core.wsgi import get_wsgi_application

from .running.children import follow_parent
from .start import prepare

# A server that was killed leaves nobody holding its port: what was under way is undone by the database.
follow_parent(signal.SIGKILL)
prepare()
application = get_wsgi_application()
gc.set_threshold(50_000, 20, 100)  # a page makes thousands of objects and leaves none


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
    gc.freeze()  # the catalogue and its words stay: nothing is gained by looking through them again and again


Thread(target=_warm, name="warm", daemon=True).start()
