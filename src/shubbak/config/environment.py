"""What the surroundings say: environment variables and the state folder, read once and in one place."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit


@dataclass(frozen=True)
class Environment:
    """The operator's choices. Every variable Shubbak reads is a field here, and nothing else reads `os.environ`."""

    home: Path
    demo: bool
    database_url: str
    database_owner_url: str
    public_url: str
    secret_key: str
    allowed_hosts: tuple[str, ...]

    @classmethod
    def read(cls) -> Environment:
        get = os.environ.get
        return cls(
            home=Path(get("SHUBBAK_HOME") or "var").absolute(),
            demo=get("SHUBBAK_DEMO") == "1",
            database_url=get("DATABASE_URL", ""),
            database_owner_url=get("DATABASE_OWNER_URL", ""),
            public_url=get("SHUBBAK_PUBLIC_URL", "http://127.0.0.1:8000").rstrip("/"),
            secret_key=get("SHUBBAK_SECRET_KEY", ""),
            allowed_hosts=tuple(h for h in get("SHUBBAK_HOSTS", "").split(",") if h),
        )


def database(url: str) -> dict[str, object]:
    """Django's settings for one `postgresql://user:password@host:port/name` URL (`host` may be a socket folder)."""
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
    }
