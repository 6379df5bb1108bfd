"""A state folder of its own for each test that seals."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings: object) -> Path:
    """Anchors and the audit key go where this test can look."""
    from shubbak.trail.queries.seal_root import forget_seal_root

    settings.SHUBBAK_HOME = tmp_path  # type: ignore[attr-defined]
    settings.TRAIL_ANCHORS = ()  # type: ignore[attr-defined]
    forget_seal_root()
    return tmp_path
