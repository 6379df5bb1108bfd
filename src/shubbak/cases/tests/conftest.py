from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .town import Town


@pytest.fixture
def town(db: None) -> "Town":
    """Suez's first district, staffed and open."""
    from .town import build

    return build()
