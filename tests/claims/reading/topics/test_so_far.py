"""Counts that are no whole toll."""

import pytest

from tests.claims.reading.readers import claims, only_claim


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [
        ("divers had recovered 17 bodies by sunset", 17, None),
        ("the bodies of three men were brought to the hospital", 3, None),
        ("a fourth person had died", 4, 4),
        ("31 people had been wounded, eleven of them by bullets", 31, 31),
        ("the storm claimed 12 lives", 12, 12),
    ],
)
def test_a_count_says_what_is_known_of_all(said, low, high):
    count = only_claim(f"Mayor Ana Ruiz said that {said}.").answer.count

    assert (count.first, count.last) == (low, high)


@pytest.mark.parametrize(
    "said",
    ["the bullets had been taken from two bodies", "only one person lives to tell of the flood"],
)
def test_words_that_only_look_like_a_toll_count_nobody(said):
    found = claims(f"Mayor Ana Ruiz said that {said}.")

    assert [claim.topic for claim in found if claim.topic == "casualties"] == []
