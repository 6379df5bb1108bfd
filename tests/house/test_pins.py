"""What changes rarely and matters much is pinned: addresses and who may see them, reactions, jobs.

A change shows in the review as a changed line. `pytest tests/house/test_pins.py --pin` writes the pins anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from procrastinate.contrib.django import app

from shubbak.kernel.events import reactions

from .routes import routes

PINS = Path(__file__).parent / "pins"
MOST_EVENTS = 15


def held(name: str, lines: list[str], request: pytest.FixtureRequest) -> None:
    pin = PINS / f"{name}.txt"
    text = "\n".join(lines) + "\n"
    if request.config.getoption("--pin"):
        pin.write_text(text, "utf-8")
    assert pin.read_text("utf-8") == text


def test_routes_and_permissions(request: pytest.FixtureRequest) -> None:
    held("routes", [f"/{r.path}  {r.method}  {r.view}  [{r.access}]" for r in routes()], request)


def test_reactions(request: pytest.FixtureRequest) -> None:
    known = {event: found for event, found in reactions().items() if event.startswith("shubbak.")}
    assert len(known) <= MOST_EVENTS
    held("reactions", [f"{event} -> {name}" for event, found in sorted(known.items()) for name in found], request)


def test_jobs(request: pytest.FixtureRequest) -> None:
    app.perform_import_paths()
    periodic = {name: task.cron for (name, _), task in app.periodic_registry.periodic_tasks.items()}
    ours = sorted(name for name in app.tasks if not name.startswith(("procrastinate.", "builtin:")))
    held("jobs", [f"{name}  {periodic.get(name, 'when deferred')}" for name in ours], request)
