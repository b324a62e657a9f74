import pytest

from claims.comparing.units import in_one_unit
from claims.values import Count


def of(number, unit):
    return Count(number, number, unit=unit)


@pytest.mark.parametrize(
    ("left", "right", "turned"),
    [
        (of(3, "hour"), of(50, "minute"), (180, 50)),
        (of(2, "day"), of(3, "hour"), (2880, 180)),
        (of(10, "knot"), of(10, "mph"), (19, 16)),
        (of(2, "cubic metre"), of(500, "litre"), (2000, 500)),
        (of(3, "hour"), of(4, "hour"), (3, 4)),
        (of(3, "house"), of(4, "person"), (3, 4)),
    ],
)
def test_two_figures_are_turned_into_one_unit(left, right, turned):
    found = in_one_unit(left, right)

    assert (found[0].low, found[1].low) == turned


def test_what_has_no_common_unit_keeps_its_own():
    assert [one.unit for one in in_one_unit(of(3, "house"), of(4, "hour"))] == ["house", "minute"]
