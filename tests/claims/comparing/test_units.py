"""Figures told in different units, with the room that each of them leaves."""

import pytest

from claims.comparing.rules.amounts import amount, base_unit
from claims.values import Count


def of(number, unit):
    return Count(number, number, unit=unit)


def above(number, unit):
    return Count(number, None, low_exclusive=True, unit=unit)


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        (above(5, "mile"), of(9, "kilometre"), True),
        (above(1, "kilometre"), of(1500, "metre"), True),
        (of(1, "mile"), of(2, "kilometre"), True),
        (of(1, "kilometre"), of(1200, "metre"), True),
        (of(1, "hour"), of(50, "minute"), True),
        (of(2, "day"), of(44, "hour"), True),
        (of(3, "hour"), of(50, "minute"), False),
        (of(2, "day"), of(3, "hour"), False),
        (of(40, "knot"), of(20, "mph"), False),
        (of(2, "cubic metre"), of(500, "litre"), False),
        (above(5, "mile"), of(3, "kilometre"), False),
    ],
)
def test_figures_in_two_units_exclude_each_other_only_beyond_their_room(one, other, fits):
    assert base_unit(one.unit) == base_unit(other.unit)
    assert amount(one, converted=True).overlaps(amount(other, converted=True)) is fits
