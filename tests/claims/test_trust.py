"""The detector's own precision, as far as editors' decisions tell it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.choices import ContradictionState, DismissalReason, Kind
from claims.trust import Record, record_of, records, wilson
from tests.factories import make_contradiction


# 81 of 263 is the example of Newcombe 1998, "Two-sided confidence intervals for the single
# proportion: comparison of seven methods"; the others by hand.
@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (5, 10, 0.2366, 0.7634),
        (81, 263, 0.2553, 0.3662),
    ],
)
def test_the_interval_is_wilsons(successes, trials, low, high):
    assert wilson(successes, trials) == pytest.approx((low, high), abs=1e-4)


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_the_interval_holds_the_share_and_mirrors(confirmed, dismissed):
    low, high = wilson(confirmed, confirmed + dismissed)
    other_low, other_high = wilson(dismissed, confirmed + dismissed)

    assert 0 <= low < high <= 1
    assert (1 - high, 1 - low) == pytest.approx((other_low, other_high))
    if confirmed + dismissed:
        assert low - 1e-12 <= confirmed / (confirmed + dismissed) <= high + 1e-12


def test_a_record_speaks_in_words():
    assert Record(Kind.COUNT, "rules 1", 0, 0).words == "none decided yet"
    assert Record(Kind.COUNT, "rules 1", 12, 3).words == (
        "12 of 15 confirmed, 80 % (95 % sure of 55 to 93 %)"
    )


@pytest.mark.django_db
def test_only_decisions_on_the_softwares_finds_count():
    make_contradiction(kind=Kind.COUNT)
    make_contradiction(kind=Kind.COUNT, detector="rules 2")
    for reason in DismissalReason.values[:2]:
        make_contradiction(
            kind=Kind.COUNT, state=ContradictionState.DISMISSED, dismissal_reason=reason
        )
    make_contradiction(kind=Kind.COUNT, state=ContradictionState.OPEN)
    make_contradiction(kind=Kind.COUNT, detector="")
    make_contradiction(kind=Kind.CAUSE)

    assert records() == [
        Record(Kind.COUNT, "rules 2", 1, 0),
        Record(Kind.COUNT, "rules 1", 1, 2),
        Record(Kind.CAUSE, "rules 1", 1, 0),
    ]
    assert record_of("count", "rules 1") == Record(Kind.COUNT, "rules 1", 1, 2)
    assert record_of("count", "rules 9").share is None
