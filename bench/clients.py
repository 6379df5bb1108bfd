"""Four clients with open connections, as light as they can be: they share the processors with what they measure."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from statistics import median, quantiles

CLIENTS = 4
Asked = tuple[str, str, dict[str, str], object]
"""Method, path, headers, body (None, a form as bytes, or what becomes JSON)."""


@dataclass
class Told:
    """What came of one walk: the seconds each answer took, and which answers were not what they should be."""

    seconds: float = 0.0
    took: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def add(self, other: Told) -> None:
        """Another walk of the same kind."""
        self.seconds += other.seconds
        self.took += other.took
        self.faults += other.faults

    @property
    def per_second(self) -> float:
        return len(self.took) / self.seconds if self.seconds else 0.0

    @property
    def median(self) -> float:
        return median(self.took) * 1000 if self.took else 0.0

    @property
    def p95(self) -> float:
        return quantiles(self.took, n=20)[-1] * 1000 if len(self.took) > 1 else self.median


class Line:
    """One connection that stays open."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._socket: socket.socket | None = None

    def ask(self, method: str, path: str, headers: dict[str, str], body: object) -> tuple[int, bytes]:
        """Status and body of one answer."""
        form = isinstance(body, bytes)
        content = b"" if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
        told = {"Host": f"127.0.0.1:{self.port}", "Content-Length": str(len(content)), **headers}
        if content:
            told["Content-Type"] = "application/x-www-form-urlencoded" if form else "application/json"
        head = f"{method} {path} HTTP/1.1\r\n" + "".join(f"{k}: {v}\r\n" for k, v in told.items()) + "\r\n"
        if self._socket is None:
            self._socket = socket.create_connection(("127.0.0.1", self.port), timeout=60)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket.sendall(head.encode() + content)
        return self._answer(self._socket)

    def _answer(self, line: socket.socket) -> tuple[int, bytes]:
        seen = b""
        while (end := seen.find(b"\r\n\r\n")) < 0:
            seen += self._more(line)
        names = dict(row.split(b": ", 1) for row in seen[:end].lower().split(b"\r\n")[1:])
        body, status = seen[end + 4 :], int(seen[9:12])
        if b"content-length" not in names:
            raise OSError("an answer without a length")
        while len(body) < int(names[b"content-length"]):
            body += self._more(line)
        return status, body

    def close(self) -> None:
        """Hang up."""
        if self._socket is not None:
            self._socket.close()

    def _more(self, line: socket.socket) -> bytes:
        piece = line.recv(1 << 18)
        if not piece:
            raise OSError("the connection was closed")
        return piece


def walk(port: int, asking: Callable[[int], Iterator[Asked]], *, seconds: float, clients: int = CLIENTS) -> Told:
    """Each client asks what `asking(its number)` gives, one after another, until the time or the questions are over.

    The time begins when every client has its first question in hand: what it takes to find questions is not counted.
    """
    told, ready = Told(), threading.Barrier(clients + 1)
    threads = [threading.Thread(target=_one, args=(port, asking(i), seconds, ready, told)) for i in range(clients)]
    for thread in threads:
        thread.start()
    ready.wait()
    begun = time.monotonic()
    for thread in threads:
        thread.join()
    told.seconds = time.monotonic() - begun
    return told


def _one(port: int, questions: Iterator[Asked], seconds: float, ready: threading.Barrier, told: Told) -> None:
    line = Line(port)  # opens at the first question
    try:
        first = next(questions, None)
    except BaseException:
        ready.abort()
        raise
    ready.wait()
    try:
        if first is not None:
            _ask_all(line, chain([first], questions), time.monotonic() + seconds, told)
    finally:
        line.close()


def _ask_all(line: Line, questions: Iterator[Asked], until: float, told: Told) -> None:
    for question in questions:
        begun = time.monotonic()
        if begun > until:
            return
        try:
            status, body = line.ask(*question)
        except OSError as fault:
            told.faults.append(f"{question[1]}: {fault}")
            return
        if status < 300:
            told.took.append(time.monotonic() - begun)
        else:
            told.faults.append(f"{question[0]} {question[1]}: {status} {body[:200]!r}")
            if len(told.faults) > 20:
                return
