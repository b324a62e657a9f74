import pytest

from tests.browser.scene import build


@pytest.fixture
def scene(db):
    return build()
