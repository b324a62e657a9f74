from collections.abc import Iterator

import pytest

from tests.publisher import Publisher, publishing


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    """A publisher on loopback that answers for the length of one test."""
    with publishing() as server:
        yield server
