"""`--whole-catalogue` walks every service; at the end, a line for each and a table of what they came to."""

from __future__ import annotations

import pytest

from . import telling


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--whole-catalogue", action="store_true", help="walk every service, not one of each shape")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = [*terminalreporter.stats.get("passed", ()), *terminalreporter.stats.get("failed", ())]
    walks = [dict(report.user_properties)["walk"] for report in reports if "walk" in dict(report.user_properties)]
    for line in telling.lines(walks):
        terminalreporter.write_line(line)
