import pytest

from claims.reading.text import tokens_of
from claims.reading.topics.units import figures_in


def told(text):
    """(low, high, unit) of each figure."""
    figures = figures_in(tuple(tokens_of(text)))
    return [(one.count.low, one.count.high, one.count.unit) for one in figures]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("it cost $4 million", (4_000_000, 4_000_000, "dollar")),
        ("it cost more than €3.2bn", (3_200_000_000, None, "euro")),
        ("a fine of US$300m", (300_000_000, 300_000_000, "dollar")),
        ("about Rs 5,000 a head", (5000, 5000, "rupee")),
        ("4.5 million shillings", (4_500_000, 4_500_000, "shilling")),
        ("1.8 km of track", (1800, 1800, "metre")),
        ("a 30-metre hole", (30, 30, "metre")),
        ("a 2.5-metre wave", (250, 250, "centimetre")),
        ("up to 12.5% of them", (0, 13, "percent")),
        ("54 per cent", (54, 54, "percent")),
        ("at 90 km/h", (90, 90, "km/h")),
        ("80 miles an hour", (80, 80, "mph")),
        ("within two hours", (0, 2, "hour")),
        ("within 300 metres", (300, 300, "metre")),
        ("at least 900 barrels", (900, None, "barrel")),
        ("12 sq km", (12, 12, "square kilometre")),
        ("40 boxes", (40, 40, "person")),
    ],
)
def test_a_figure_has_the_unit_that_stands_by_it(text, found):
    assert told(text) == [found]


@pytest.mark.parametrize("text", ["a quake of 4.6", "version 2.1 of it", "$x and £y"])
def test_a_part_without_a_unit_is_no_figure(text):
    assert told(text) == []


def test_both_ends_of_a_range_may_have_their_unit():
    assert told("from 90 km/h to 120 km/h") == [(90, 120, "km/h")]
    assert told("from 12 kg to nine kg") == [(9, 9, "kilogram")]
    assert told("five or six tonnes") == [(5, 6, "tonne")]
    assert told("six or five tonnes") == [(6, 6, "person"), (5, 5, "tonne")]
