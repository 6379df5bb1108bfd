from pathlib import Path

import pytest

from shubbak.config import vault
from shubbak.config.environment import Environment, database


def test_a_url_names_host_port_and_role() -> None:
    found = database("postgresql://role:p%40ss@db.example:5433/name")
    assert (found["HOST"], found["PORT"], found["USER"], found["PASSWORD"], found["NAME"]) == (
        "db.example", "5433", "role", "p@ss", "name",
    )  # fmt: skip


@pytest.mark.parametrize("url", ["postgresql://r@%2FVar%2Frun:5432/n", "postgresql://r@/n?host=/Var/run&port=5432"])
def test_a_socket_folder_keeps_its_capitals(url: str) -> None:
    found = database(url)
    assert (found["HOST"], found["PORT"], found["NAME"]) == ("/Var/run", "5432", "n")


def test_what_is_not_given_comes_from_the_state_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "SHUBBAK_SECRET_KEY", "SHUBBAK_PUBLIC_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SHUBBAK_HOME", str(tmp_path))
    vault.make_all(tmp_path)
    vault.database(tmp_path, lambda: {"host": str(tmp_path / "run"), "port": "5432"})
    env = Environment.read()
    assert env.embedded
    assert not env.plain_http
    assert env.secret_key == (tmp_path / "secrets" / "django").read_text()
    assert database(env.database_url)["USER"] == "shubbak_app"
    assert database(env.database_owner_url)["USER"] == "shubbak_owner"


def test_one_role_for_both_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://one:x@h/n")
    monkeypatch.delenv("DATABASE_OWNER_URL", raising=False)
    assert Environment.read().one_role
    monkeypatch.setenv("DATABASE_OWNER_URL", "postgresql://two:x@h/n")
    assert not Environment.read().one_role


def test_a_pooler_between_is_told_to_keep_nothing_ready() -> None:
    url = "postgresql://app:secret@db.example/shubbak"
    assert database(url)["OPTIONS"]["prepare_threshold"] is not None
    assert database(f"{url}?prepare=off")["OPTIONS"] == {"prepare_threshold": None}
