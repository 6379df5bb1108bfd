from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .calling import Callers


@pytest.fixture
def callers(db: None) -> "Callers":
    """Staff of the first district, each with a token."""
    from .calling import Callers

    return Callers()
