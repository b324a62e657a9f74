"""The order of the queue, on plain values."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.ranking import Standing, in_words, level, rank

NOON = datetime(2023, 5, 22, 12, tzinfo=UTC)


def standing(*, severity="contradiction", score=0.8, claimants=2, origins=2, pairs=1, age_h=0.0):
    return Standing(severity, score, claimants, origins, pairs, NOON - timedelta(hours=age_h))


@pytest.mark.parametrize(
    ("higher", "lower"),
    [
        (standing(), standing(severity="tension")),
        (standing(score=0.9), standing(score=0.5)),
        (standing(claimants=4), standing()),
        (standing(origins=5), standing(origins=3)),
        (standing(pairs=5), standing(pairs=2)),
        (standing(), standing(age_h=1)),
        (standing(age_h=70), standing(severity="tension")),
        (standing(severity="tension"), standing(age_h=74)),
        (standing(score=1.0, age_h=23), standing(score=0.75)),
    ],
)
def test_what_is_worth_more_stands_higher(higher, lower):
    assert rank(higher) > rank(lower)


@pytest.mark.parametrize("hangs", [16, 20, 1_000])
def test_being_contested_counts_up_to_a_limit(hangs):
    assert standing(pairs=hangs).points == standing(pairs=10_000).points
    assert standing(pairs=8).points < standing(pairs=hangs).points


@given(
    st.floats(0, 1), st.floats(0, 1), st.integers(0, 50), st.integers(0, 50), st.integers(0, 9_000)
)
def test_the_order_of_two_does_not_change_as_they_age(one, other, claimants, pairs, hours):
    left, right = standing(score=one, claimants=claimants), standing(score=other, pairs=pairs)
    then = timedelta(hours=hours)
    order = ["low", "middle", "high"]
    levels = [order.index(level(rank(side), NOON + then)) for side in (left, right)]

    assert (rank(left) < rank(right)) <= (levels[0] <= levels[1])


@pytest.mark.parametrize(
    ("made", "hours", "words"),
    [
        (
            standing(score=0.95, claimants=4, origins=3),
            2,
            "ranked high: contradiction, score 0.95, 4 claimants, 3 origins, 2 hours old",
        ),
        (standing(claimants=1), 0, "ranked high: contradiction, score 0.80, 1 claimant, 2 origins, just come"),
        (
            standing(severity="tension", score=0.4, claimants=0, origins=0),
            30,
            "ranked low: tension, score 0.40, 1 day old",
        ),
        (standing(), 72, "ranked middle: contradiction, score 0.80, 2 claimants, 2 origins, 3 days old"),
    ],
)  # fmt: skip
def test_a_rank_speaks_in_words(made, hours, words):
    now = NOON + timedelta(hours=hours)

    assert in_words(made, rank=rank(made), now=now) == words
