"""Claims without a typed answer: what their words come to, half of them traps."""

from dataclasses import replace

import pytest

from claims.choices import Kind, Modality, Stance, Topic
from claims.comparing import checks, compare
from claims.comparing.plain_text import is_plain, keys
from claims.values import Abstention, Finding
from tests.claims.comparing.builders import ARLAND, ARLAND_ARMY, BORVIA, claim, day, figure


def plain(claimant, words, **given):
    """A claim that answers no question."""
    made = claim(Topic.OTHER, claimant, words=words, said=given.pop("said", day(1)), **given)
    return replace(made, dispute="", question="")


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("the pilots left the harbour", "the pilots did not leave the harbour", Kind.NEGATION),
        ("the mayor met the strikers", "the mayor never met the strikers", Kind.NEGATION),
        ("no lifeboat was lowered", "the crew lowered a lifeboat in time", Kind.NEGATION),
        ("no miners escaped", "thirty miners escaped through a shaft", Kind.NEGATION),
        ("the northern tunnel is open", "the northern tunnel is closed", Kind.NEGATION),
        ("ticket prices rose in the spring", "ticket prices fell in the spring", Kind.NEGATION),
        ("18 inmates were killed in the riot", "at least 40 inmates died in the riot", Kind.COUNT),
        ("the dam has 12 gates", "the dam has nine gates", Kind.COUNT),
    ],
)
def test_words_that_exclude_each_other_are_a_finding(one, other, kind):
    found = compare(plain(ARLAND, one), plain(BORVIA, other))

    assert isinstance(found, Finding)
    assert (found.kind, found.rule) == (kind, "plain_text")
    assert one in found.reason and other in found.reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("no guard died", "guards shot prisoners who had surrendered"),
        ("no guard died", "at least 40 inmates died"),
        ("our ship did not cause the collision", "the collision was caused by fog"),
        ("no fewer than 14 sheep drowned", "20 sheep drowned"),
        ("12 miners were killed", "three miners were injured"),
        ("at least 12 miners were killed", "13 miners were killed"),
        ("70 attackers were killed", "12 civilians were killed"),
        ("the tunnel is open", "the harbour is closed"),
        ("the tunnel is not open", "the tunnel is closed"),
        ("the tunnel is open to trains", "the tunnel is closed to cars"),
        ("the mayor did not meet the strikers", "the minister met the strikers"),
        ("they did not leave the harbour", "the pilots left the harbour"),
        ("the pilots left the harbour", "the pilots left the harbour at noon"),
        ("the pilots refused to leave the harbour", "the pilots left the harbour"),
        ("not only pilots left the harbour", "pilots left the harbour"),
        ("the pilots may leave the harbour", "the pilots did not leave the harbour"),
        ("the tunnel might be open", "the tunnel is closed"),
        ("the pilots left the harbour on Monday", "the pilots did not leave the harbour on Friday"),
        ("the pilots left the harbour in 1990", "the pilots did not leave the harbour in 1995"),
        ("the old bridge collapsed in the storm", "the new bridge collapsed in the storm"),
        ("the left bank was flooded by rain", "the right bank was flooded by rain"),
        ("the father left the harbour", "the mother left the harbour"),
        ("most pilots left the harbour", "few pilots left the harbour"),
        ("some pilots left the harbour", "all pilots did not leave the harbour"),
    ],
)
def test_words_that_can_both_hold_are_left_alone(one, other):
    assert isinstance(compare(plain(ARLAND, one), plain(BORVIA, other)), Abstention)


def test_years_are_written_without_separators_and_in_order():
    found = compare(
        plain(ARLAND, "the dam was finished in 2001"), plain(BORVIA, "the dam was finished in 1990")
    )

    assert isinstance(found, Finding)
    assert "One says 1990, the other 2001" in found.reason


LEFT = plain(ARLAND, "the pilots left the harbour", id="clm_1")
RIGHT = plain(BORVIA, "the pilots did not leave the harbour", id="clm_2")


@pytest.mark.parametrize(
    ("other", "code"),
    [
        (replace(RIGHT, claimant=ARLAND), "same_claimant"),
        (replace(RIGHT, claimant=ARLAND_ARMY), "linked_claimants"),
        (replace(RIGHT, not_checkable=True), "not_checkable"),
        (replace(RIGHT, event="another"), "different_event"),
        (replace(RIGHT, stance=Stance.DOUBTS), "answers_agree"),
        (replace(RIGHT, words="the pilots slept in the barn"), "different_question"),
        (replace(RIGHT, words="the pilots walked to the harbour"), "needs_words"),
        (replace(RIGHT, words=f"{RIGHT.words}, {'which is long and old ' * 9}"), "too_long"),
    ],
)
def test_every_gate_stands_before_the_words(other, code):
    assert compare(LEFT, other).code == code


def test_a_state_is_compared_within_its_day_only():
    left = plain(ARLAND, "the northern tunnel is open")
    right = plain(BORVIA, "the northern tunnel is closed", said=day(3))

    assert compare(left, right).code == "times_apart"


def test_a_denial_in_the_stance_and_in_the_words_is_one():
    denied = replace(LEFT, claimant=BORVIA, stance=Stance.DENIES, id="clm_2")

    assert isinstance(compare(LEFT, denied), Finding)
    assert isinstance(compare(LEFT, replace(RIGHT, stance=Stance.DENIES)), Finding)


def test_a_guess_makes_it_a_tension():
    found = compare(LEFT, replace(RIGHT, modality=Modality.HEDGED))

    assert found.severity == "tension"


def test_the_page_of_a_pair_says_that_words_were_compared():
    told = {check.words for check in checks(LEFT, RIGHT) if check.passed}

    assert "Compared by their words alone" in told


def test_typed_claims_are_never_compared_by_their_words():
    typed = figure(BORVIA, 3, words=RIGHT.words)

    assert (is_plain(LEFT), is_plain(typed), keys(typed)) == (True, False, frozenset())
    assert compare(LEFT, typed).code == "different_question"
