from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.grouping.days import FAR, NEAR, Days, in_words

MAY_DAY = date(2031, 5, 1)


def dated(*days):
    return Days.of(days, [])


def undated(*days):
    return Days.of([], days)


@pytest.mark.parametrize(
    ("one", "other", "nearness"),
    [
        (dated(MAY_DAY), dated(date(2031, 5, 4)), (1, 0)),
        (dated(MAY_DAY), dated(date(2031, 5, 12)), (0, 0)),
        (dated(MAY_DAY), dated(date(2031, 7, 1)), (0, 1)),
        (dated(MAY_DAY), dated(date(2034, 5, 1)), (0, 1)),
        (dated(date(2030, 12, 30)), dated(date(2031, 1, 2)), (1, 0)),
        # The same day of a year that nobody names says nothing; days of other months do.
        (undated((5, 1)), dated(date(2034, 5, 1)), (0, 0)),
        (undated((5, 1)), undated((5, 1)), (0, 0)),
        (undated((12, 30)), undated((1, 2)), (0, 0)),
        (undated((1, 2)), undated((12, 30)), (0, 0)),
        (undated((5, 1)), undated((8, 1)), (0, 0.6)),
        (undated((2, 31)), dated(MAY_DAY), (0, 0)),
        (dated(), dated(MAY_DAY), (0, 0)),
    ],
)
def test_days_speak_for_one_event_when_near_and_against_it_when_far(one, other, nearness):
    assert one.nearness(other) == other.nearness(one) == nearness


@given(*[st.lists(st.integers(1, 400), min_size=1, max_size=6)] * 2)
def test_of_many_days_the_nearest_two_count(left, right):
    least = min(abs(one - other) for one in left for other in right)
    sides = [dated(*map(date.fromordinal, days)) for days in (left, right)]

    assert sides[0].nearness(sides[1]) == (least <= NEAR, least > FAR)


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ("2031-05-16", "16 May 2031"),
        ("on 2031 - 05 - 16 at noon", "on 16 May 2031 at noon"),
        ("16.5.2031,", "16 May 2031,"),
        ("05/16/2031", "16 May 2031"),
        ("5/3/2031", "5 March 2031, 3 May 2031"),
        ("5/5/2031", "5 May 2031"),
    ],
)
def test_a_date_in_numbers_is_written_out(numbers, words):
    assert in_words(numbers) == words


@pytest.mark.parametrize(
    "text", ["13/13/2031", "0-0-2031", "4-1-3", "3-2031", "212-555-1234", "1.2.3.2031", "5/3.2031"]
)
def test_other_numbers_stay_as_they_are(text):
    assert in_words(text) == text
