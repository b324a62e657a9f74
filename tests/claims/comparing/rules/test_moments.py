"""Times that no clock shows, and what "about" leaves open."""

import pytest

from claims.choices import Topic
from claims.comparing.rules.moments import when_of
from tests.claims.comparing.builders import ARLAND, claim


def told(value):
    return when_of(claim(Topic.OTHER, ARLAND, measure="happened", value=value))


@pytest.mark.parametrize(
    "value", ["T24", "T99", "T06:60", "T06:40+14:01", "T06:40-15:00", "T06/T25"]
)
def test_a_time_that_no_clock_shows_is_none(value):
    assert told(value) is None


def test_about_a_time_of_day_leaves_its_day_alone():
    assert told("2024-03-04T06:40~").days == told("2024-03-04T06:40").days
    assert told("2024-03-04~").days != told("2024-03-04").days
