"""What the surroundings say: environment variables and the state folder, read once and in one place."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from . import vault

_REPEATED = 2  # a statement sent more often than this on one connection is kept ready by the server


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
    embedded: bool
    plain_http: bool
    jobs_at_once: int
    node: int
    anchors: tuple[str, ...]

    @property
    def one_role(self) -> bool:
        """Whether the application would be the owner of its own tables."""
        return not self.embedded and urlsplit(self.database_url).username == urlsplit(self.database_owner_url).username

    @classmethod
    def read(cls) -> Environment:
        """The environment of this process; what is not given comes from the state folder, if it was made there."""
        get = os.environ.get
        home = Path(get("SHUBBAK_HOME") or "var").absolute()
        given = get("DATABASE_URL", "")
        demo = get("SHUBBAK_DEMO") == "1"
        public_url = get("SHUBBAK_PUBLIC_URL", "") or f"http{'' if demo else 's'}://127.0.0.1:8000"
        return cls(
            home=home,
            demo=demo,
            database_url=given or vault.database_url(home, "shubbak_app"),
            database_owner_url=get("DATABASE_OWNER_URL", "") or (given or vault.database_url(home, "shubbak_owner")),
            public_url=public_url.rstrip("/"),
            secret_key=get("SHUBBAK_SECRET_KEY", "") or vault.read(home, "django"),
            allowed_hosts=tuple(h for h in get("SHUBBAK_HOSTS", "").split(",") if h),
            embedded=not given,
            plain_http=public_url.startswith("http://"),
            jobs_at_once=int(get("SHUBBAK_JOBS", "2")),
            node=int(get("SHUBBAK_NODE", "1")),
            anchors=tuple(place for place in get("SHUBBAK_ANCHORS", "").split(":") if place),
        )


def database(url: str) -> dict[str, object]:
    """Django's settings for one `postgresql://user:password@host:port/name` URL.

    `host` may be a socket folder, percent-encoded in its place or given as `?host=/folder`. `?prepare=off` is for a
    pooler between that hands a connection's next statement to another server process.
    """
    parts = urlsplit(url)
    place = parts.netloc.rpartition("@")[2]
    host, _, port = (
        place.partition(":") if not place.startswith("[") else (parts.hostname or "", "", str(parts.port or ""))
    )
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "shubbak.config.database",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(host) or query.pop("host", ""),
        "PORT": port or query.pop("port", ""),
        "OPTIONS": {"prepare_threshold": None if query.pop("prepare", "on") == "off" else _REPEATED}
        | {key: value for key, value in query.items() if key not in ("host", "port")},
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "DISABLE_SERVER_SIDE_CURSORS": False,
    }
