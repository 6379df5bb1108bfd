from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .calling import Callers


@pytest.fixture
def callers(db: None) -> "Callers":
    """Staff of the first district, each with a token."""
    from shubbak.api.cases import keys

    from .calling import Callers

    keys.forget()  # the database of the test before is gone, and its numbers come again
    return Callers()
