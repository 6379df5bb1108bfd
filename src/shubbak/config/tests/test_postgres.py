"""Our own server: made, killed, started again, never left behind."""

import os
import signal
from pathlib import Path

import pytest

from shubbak.config.postgres import Server
from shubbak.config.postgres.roles import make_database
from shubbak.config.running.children import processes_in


@pytest.fixture(params=["socket", "loopback"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Server:
    home = tmp_path_factory.mktemp("pg")
    if request.param == "loopback":  # a path too long for a socket
        home = home / ("long" * 30)
    server = Server(home)
    yield server
    server.stop()


def test_it_survives_kill_and_leaves_nothing(server: Server) -> None:
    with server.lease():
        make_database(server)
        with server.connect("shubbak_owner", "shubbak") as owner:
            owner.execute("CREATE TABLE kept (n int)")
            owner.execute("INSERT INTO kept VALUES (42)")
        os.kill(server.pid() or 0, signal.SIGKILL)
        server.start()
        with server.connect("shubbak_owner", "shubbak") as owner:
            assert owner.execute("SELECT n FROM kept").fetchall() == [(42,)]
    assert server.pid() is None
    assert list(processes_in(server.programs.data)) == []


def test_a_state_folder_may_be_moved_or_restored_elsewhere(tmp_path: Path) -> None:
    before = Server(tmp_path / "before")
    with before.lease():
        make_database(before)
    (tmp_path / "before").rename(tmp_path / "after")
    after = Server(tmp_path / "after")
    with after.lease(), after.connect("shubbak_app", "shubbak") as app:
        assert app.execute("SELECT 1").fetchone() == (1,)
    assert str(tmp_path / "before") not in (tmp_path / "after" / "secrets" / "database").read_text()


def test_two_stand_side_by_side_and_neither_role_is_super(tmp_path: Path) -> None:
    with Server(tmp_path / "a").lease() as one, Server(tmp_path / "b").lease() as two:
        make_database(one)
        make_database(two)
        with one.connect() as superuser:
            found = superuser.execute(
                "SELECT rolname, rolsuper, rolcreatedb FROM pg_roles WHERE rolname LIKE 'shubbak%' ORDER BY 1"
            ).fetchall()
            durable = superuser.execute("SHOW fsync").fetchone()
        assert found == [("shubbak_app", False, False), ("shubbak_owner", False, False)]
        assert durable == ("on",)
        assert one.pid() != two.pid()


def test_a_lease_keeps_it_up_for_the_other_holder(tmp_path: Path) -> None:
    first, second = Server(tmp_path), Server(tmp_path)
    with first.lease():
        with second.lease():
            number = second.pid()
        assert first.pid() == number
    assert first.pid() is None
