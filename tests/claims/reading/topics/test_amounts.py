import pytest

from tests.claims.reading.readers import claims, count_of, key_of

LEAD = "A barge with oil sank near Mir on Tuesday. "


def amounts(said):
    """(key, low, high, unit) of each amount in what is said of a spill."""
    return [
        (key_of(claim), count_of(claim).low, count_of(claim).high, count_of(claim).unit)
        for claim in claims(LEAD + said)
        if key_of(claim).startswith("amount:")
    ]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Nortown said 80,000 litres had leaked from it.", ("spilled", 80000, 80000, "litre")),
        ("Nortown said at least 90 cubic metres escaped.", ("spilled", 90, None, "cubic metre")),
        ("Nortown said the ambulance took two hours.", ("delay", 2, 2, "hour")),
        (
            "Nortown said the coastguard arrived 40 minutes after the call.",
            ("delay", 40, 40, "minute"),
        ),
        ("Nortown said the barge was doing 14 knots.", ("speed", 14, 14, "knot")),
        ("Nortown said gusts had reached 90 km/h.", ("wind", 90, 90, "km/h")),
        (
            "Nortown said a quake of magnitude 5.2 was felt.",
            ("magnitude", 52, 52, "tenth of a magnitude"),
        ),
        (
            "Nortown said it recorded no tremor above 2.5 that night.",
            ("magnitude", 0, 25, "tenth of a magnitude"),
        ),
        ("Nortown said three explosions were heard.", ("blasts", 3, 3, "explosion")),
    ],
)
def test_an_amount_has_its_question_and_keeps_its_unit(said, found):
    assert amounts(said) == [(f"amount:{found[0]}", *found[1:])]


@pytest.mark.parametrize(
    "said",
    [
        "Nortown said the tanks hold 80,000 litres.",
        "Nortown said the journey took two hours.",
        "Nortown said the speed limit is 14 knots.",
        "Nortown said the mayor stayed for two hours.",
    ],
)
def test_other_measures_are_no_amount_in_dispute(said):
    assert amounts(said) == []


def test_a_measure_of_wind_is_no_damaged_thing():
    assert all(not key_of(c).startswith("damage:knots") for c in claims("Winds reached 28 knots."))
