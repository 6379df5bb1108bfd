"""How the embedded server is set: nothing is lost when the power fails, and nothing personal is written to its log."""

from __future__ import annotations

_SETTINGS = {
    # durable
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    # quick
    "shared_buffers": "256MB",
    "effective_cache_size": "1GB",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "wal_compression": "on",
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
    return [word for name, value in (_SETTINGS | more).items() for word in ("-c", f"{name}={value}")]
