"""`shubbak up`: database, tables, catalogue, web server and job worker, kept running until asked to stop."""

from __future__ import annotations

import argparse
import fcntl
import os
import socket
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from shubbak.config.command import Refused
from shubbak.config.environment import Environment
from shubbak.config.postgres import Server, Unstartable
from shubbak.config.postgres.programs import NotFound
from shubbak.config.postgres.roles import make_database
from shubbak.config.running.supervisor import Child, Supervisor

HELP = "start everything: database, migrations, catalogue, web server, job worker"
_SHUBBAK = (sys.executable, "-m", "shubbak.config")
_PATIENCE = 120.0
_LETTING_GO = 3.0


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--demo", action="store_true", help="fill three governorates with invented people and cases")
    parser.add_argument(
        "--bare", action="store_true", help="with --demo: no invented cases, only the people and places"
    )
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or 8000))
    parser.add_argument("--host", default="127.0.0.1")


def run(options: argparse.Namespace) -> int:
    """Serve until SIGINT or SIGTERM; leave no process behind."""
    _choose(options)
    env = Environment.read()
    with _alone(env.home):
        _port_is_free(options.host, options.port)
        supervisor = Supervisor()
        with _database(env) as server:
            try:
                _serve(options, supervisor, server)
            finally:
                supervisor.stop()
    return 0


def _choose(options: argparse.Namespace) -> None:
    """What the command line says, where the processes to come will read it."""
    os.environ["SHUBBAK_HOME"] = str(Environment.read().home)
    os.environ["SHUBBAK_DEMO"] = "1" if options.demo else "0"
    if not os.environ.get("SHUBBAK_PUBLIC_URL"):
        host = "127.0.0.1" if options.host in ("0.0.0.0", "::") else options.host
        scheme = "http" if options.demo else "https"
        os.environ["SHUBBAK_PUBLIC_URL"] = f"{scheme}://{host}:{options.port}"


@contextmanager
def _database(env: Environment) -> Iterator[Server | None]:
    """Our own server, held for as long as we are up; nothing where DATABASE_URL names one."""
    if not env.embedded:
        yield None
        return
    try:
        with Server(env.home).lease(with_parent=True) as server:
            make_database(server)
            yield server
    except (NotFound, Unstartable) as fault:
        raise Refused(str(fault)) from None


def _serve(options: argparse.Namespace, supervisor: Supervisor, server: Server | None) -> None:
    tables = Child("migrate", [*_SHUBBAK, "migrate", "--whole"], again=False)
    supervisor.add(tables)
    while tables.alive() and not supervisor.wait(0.05):
        pass
    if supervisor.over:
        return
    if tables.process is None or tables.process.returncode:
        raise Refused("the database could not be brought up to date; the lines above say why")
    supervisor.children.remove(tables)
    supervisor.add(Child("web server", _web(options)))
    supervisor.add(Child("job worker", [*_SHUBBAK, "worker"]))
    ground = _ground(server)
    if not _answers(options, supervisor, ground):
        return
    print(_welcome(options), flush=True)
    if options.demo and not options.bare:
        supervisor.add(Child("demo world", [*_SHUBBAK, "demo"], again=False, niceness=10))
    supervisor.watch(ground)


def _welcome(options: argparse.Namespace) -> str:
    public, here = os.environ["SHUBBAK_PUBLIC_URL"], f"http://{options.host}:{options.port}"
    if public.startswith("http://"):
        return f"Shubbak is open at {public}/"
    return f"Shubbak is open at {public}/ and listens at {here} for the proxy that ends TLS (docs/operate.md)"


def _ground(server: Server | None) -> Callable[[], None]:
    def keep() -> None:
        if server is not None and server.pid() is None:
            print("shubbak: the database stopped; starting it again", flush=True)
            server.start(with_parent=True)

    return keep


def _web(options: argparse.Namespace) -> list[str]:
    return [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", options.host, "--port", str(options.port),
        "--workers", "2", "--blocking-threads", "4", "--no-ws", "--http", "1", "--respawn-failed-workers",
        "--respawn-interval", "0.2", "--workers-kill-timeout", "5", "--log-level", "warning",
        "shubbak.config.wsgi:application",
    ]  # fmt: skip


def _answers(options: argparse.Namespace, supervisor: Supervisor, ground: Callable[[], None]) -> bool:
    """Wait until the web server says it is ready; False when asked to stop before."""
    host = "127.0.0.1" if options.host == "0.0.0.0" else options.host
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"http://{host}:{options.port}/readyz", timeout=5) as answer:
                if answer.status == 200:
                    return True
        except (urllib.error.URLError, OSError):
            ground()
        if supervisor.wait(0.1):
            return False
    raise Refused(f"the web server was not ready within {_PATIENCE:.0f} s; the lines above say why")


def _port_is_free(host: str, port: int) -> None:
    """Refuse an address that others hold. Whoever was killed a moment ago is given one to let go of it."""
    until = time.monotonic() + _LETTING_GO
    while (fault := _fault(host, port)) is not None and time.monotonic() < until:
        time.sleep(0.1)
    if fault is not None:
        raise Refused(f"{host}:{port} cannot be used ({fault.strerror}); choose another with --port or PORT")


def _fault(host: str, port: int) -> OSError | None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as fault:
            return fault
    return None


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """One `up` per state folder."""
    home.mkdir(parents=True, exist_ok=True)
    with (home / "up.lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Refused(f"Shubbak is already up in {home}; stop it, or choose another SHUBBAK_HOME") from None
        yield
