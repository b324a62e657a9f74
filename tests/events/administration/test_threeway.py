"""When two people change one row, no word of either goes without a choice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.administration.threeway import UNKNOWN, Part, Side, part, side

WORDS = st.sampled_from(["", "70 killed", "seventy killed", "more than 70 killed"])
CHOICES = st.sampled_from(["", "theirs", "mine", "somebody's"])


@pytest.mark.parametrize(
    ("began", "saved", "typed", "found"),
    [
        ("70", "70", "70", Part.SAME),
        ("70", "71", "71", Part.SAME),
        ("70", "71", "70", Part.THEIRS),
        ("70", "70", "72", Part.MINE),
        ("70", "71", "72", Part.BOTH),
        (UNKNOWN, "70", "70", Part.SAME),
        (UNKNOWN, "70", "71", Part.BOTH),
    ],
)
def test_who_changed_a_field(began, saved, typed, found):
    assert part(began, saved, typed) is found


@given(WORDS, WORDS, WORDS, CHOICES)
def test_nothing_vanishes_without_a_choice(began, saved, typed, chosen):
    found = part(began, saved, typed)
    taken = side(found, chosen)
    value = {Side.MINE: typed, Side.THEIRS: saved}.get(taken)

    if typed not in {began, saved}:  # mine is kept, or asked about, or given up by choice
        assert value == typed or taken is None or (found is Part.BOTH and chosen == "theirs")
    if saved not in {began, typed}:  # and so is theirs
        assert value == saved or taken is None or (found is Part.BOTH and chosen == "mine")
    if began == saved == typed:
        assert value == began
    if typed == began:
        assert value == saved
    if saved == began:
        assert value == typed
    assert (taken is None) == (found is Part.BOTH and chosen not in {"mine", "theirs"})


@given(WORDS, WORDS, WORDS)
def test_it_is_the_same_seen_from_either_side(began, saved, typed):
    swapped = {Part.MINE: Part.THEIRS, Part.THEIRS: Part.MINE}
    found = part(began, saved, typed)

    assert part(began, typed, saved) is swapped.get(found, found)
