"""How the embedded server is set: nothing is lost when the power fails, and nothing personal is written to its log."""

from __future__ import annotations

import os

_SETTINGS = {
    # durable
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    # quick
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "wal_compression": "off",  # the wheel knows only pglz: it took 8 % of the server's time while cases were registered
    "wal_buffers": "16MB",
    "max_wal_size": "2GB",
    "min_wal_size": "128MB",
    "checkpoint_timeout": "15min",
    "checkpoint_completion_target": "0.9",
    "random_page_cost": "1.1",
    "jit": "off",
    "max_connections": "200",
    "autovacuum_vacuum_scale_factor": "0.05",
    "autovacuum_analyze_scale_factor": "0.02",
    # silent about people: no statement, no parameter, no DETAIL line with the values of a key
    "log_min_error_statement": "panic",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "log_error_verbosity": "terse",
    "log_checkpoints": "off",
    # plain
    "timezone": "UTC",
    "log_timezone": "UTC",
    "password_encryption": "scram-sha-256",
    "unix_socket_permissions": "0700",
}


def words(**more: str) -> list[str]:
    """The settings as words of the server's command line; `more` wins."""
    return [word for name, value in (_SETTINGS | memory() | more).items() for word in ("-c", f"{name}={value}")]


def memory(machine: int | None = None) -> dict[str, str]:
    """What the server keeps of its pages and what it may count on being kept for it, of a machine of that many bytes
    (this one): a sixteenth, 128 MB to 2 GB, since others live here too; and a quarter."""
    megabytes = (machine or os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")) >> 20
    return {
        "shared_buffers": f"{min(2048, max(128, megabytes // 16))}MB",
        "effective_cache_size": f"{max(512, megabytes // 4)}MB",
    }
