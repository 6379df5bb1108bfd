"""What is written to the log: one line per happening, with ids and never with what a person typed.

Django's own request errors carry the exception's text, and a database's exception may quote a row; so only the
exception's type and place are written, never its words.
"""

from __future__ import annotations

import logging
import traceback
from typing import Any


class OnlyPlaces(logging.Formatter):
    """Lines without the words of exceptions: type, file, line and function are enough to mend a fault."""

    def formatException(self, ei: Any) -> str:  # noqa: N802  the name is logging's
        kind, _, trace = ei
        frames = traceback.extract_tb(trace)[-6:]
        places = " < ".join(
            f"{frame.name} ({frame.filename.rpartition('/')[2]}:{frame.lineno})" for frame in reversed(frames)
        )
        return f"  {kind.__module__}.{kind.__name__} in {places}"


def logging_words(demo: bool) -> dict[str, Any]:
    """Django's LOGGING."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "line": {"()": OnlyPlaces, "format": "{asctime} {levelname:7} {name} {message}", "style": "{"},
        },
        "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["lines"], "level": "INFO" if demo else "WARNING"},
        "loggers": {
            "shubbak": {"level": "INFO"},
            "django": {"level": "WARNING"},
            "django.request": {"level": "ERROR"},
            "procrastinate": {"level": "WARNING"},
            "holidays": {"level": "ERROR"},
        },
    }
