"""The two roles of the embedded server and their database: the owner migrates, the application never owns anything."""

from __future__ import annotations

from psycopg import sql

from .server import Server

OWNER, APPLICATION = "shubbak_owner", "shubbak_app"


def make_database(server: Server, name: str = "shubbak", *, template: str = "template1") -> None:
    """Both roles with the passwords of the state folder, and a database the owner owns; nothing when all are there."""
    with server.connect() as superuser:
        for role in (OWNER, APPLICATION):
            if superuser.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone() is None:
                superuser.execute(
                    sql.SQL("CREATE ROLE {} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD {}").format(
                        sql.Identifier(role), sql.Literal(server.known[role])
                    )
                )
        if superuser.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is None:
            superuser.execute(
                sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {}").format(
                    sql.Identifier(name), sql.Identifier(OWNER), sql.Identifier(template)
                )
            )
            superuser.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(name)))
            superuser.execute(
                sql.SQL("GRANT CONNECT, TEMPORARY ON DATABASE {} TO {}").format(
                    sql.Identifier(name), sql.Identifier(APPLICATION)
                )
            )


def drop_database(server: Server, name: str) -> None:
    """Remove a database and whoever is connected to it."""
    with server.connect() as superuser:
        superuser.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
