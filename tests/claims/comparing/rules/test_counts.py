import pytest

from claims.choices import Basis, Stance, Topic
from claims.comparing.rules.counts import shown
from claims.values import Count
from tests.claims.comparing.builders import (
    ARLAND,
    ARLAND_ARMY,
    ARLAND_POLICE,
    BORVIA,
    CONTRADICTION,
    TENSION,
    claim,
    day,
    figure,
    outcome,
    party,
)


def ours(low, high="same", **given):
    return figure(ARLAND, low, high, **given)


def theirs(low, high="same", **given):
    return figure(BORVIA, low, high, **given)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(ours(70), theirs(3), id="two plain figures"),
        pytest.param(ours(70, None, low_exclusive=True), theirs(70), id="more than 70 and 70"),
        pytest.param(ours(13, None), theirs(8), id="at least 13 and 8"),
        pytest.param(ours(0, 5), theirs(9), id="up to 5 and 9"),
        pytest.param(ours(0), theirs(1), id="none and one"),
        pytest.param(
            ours(0, stance=Stance.DENIES), theirs(4), id="denies any, told as a count of zero"
        ),
        pytest.param(ours(5, 8), theirs(12, 20), id="two ranges"),
        pytest.param(ours(100, approximate=True), theirs(150), id="about 100 and 150"),
        pytest.param(ours(70, said=None), theirs(3, said=None), id="two undated figures"),
        pytest.param(
            ours(70, said=day(1)), theirs(20, said=day(5)), id="a later total below an earlier one"
        ),
        pytest.param(
            figure(ARLAND_ARMY, 7), figure(ARLAND_POLICE, 2), id="two services of one state"
        ),
        pytest.param(ours(70), theirs(70, stance=Stance.DENIES), id="the very figure is denied"),
    ],
)
def test_figures_that_cannot_both_be_right_are_found(left, right):
    assert outcome(left, right) == CONTRADICTION


@pytest.mark.parametrize(
    ("left", "right", "code"),
    [
        pytest.param(
            ours(1, population="civilians"), theirs(70), "different_population", id="civilians, attackers"
        ),
        pytest.param(
            ours(1, population="civilians", question="q"),
            theirs(70, question="q"),
            "different_population",
            id="civilians and attackers under one question",
        ),
        pytest.param(
            ours(12, measure="injured", question="q"),
            theirs(1, question="q"),
            "different_measure",
            id="injured and killed",
        ),
        pytest.param(ours(39, None), theirs(70), "answers_agree", id="at least 39 holds 70"),
        pytest.param(ours(70), theirs(70), "answers_agree", id="one figure"),
        pytest.param(
            ours(100, approximate=True), theirs(95), "answers_agree", id="about 100 holds 95"
        ),
        pytest.param(
            ours(8, said=day(1)), theirs(13, said=day(2)), "times_apart", id="it grew over night"
        ),
        pytest.param(ours(8, said=None), theirs(13), "needs_time", id="only one is dated"),
        pytest.param(
            ours(5, basis=Basis.INCREMENT), theirs(12), "different_basis", id="five more, twelve in all"
        ),
        pytest.param(
            ours(4, basis=Basis.INCREMENT),
            theirs(9, basis=Basis.INCREMENT),
            "different_basis",
            id="two increments",
        ),
        pytest.param(
            ours(16, place="west bank"), theirs(29, place="east bank"), "different_place", id="two banks"
        ),
        pytest.param(ours(5, place="Ostrel"), theirs(14), "part_of_whole", id="a town and the region"),
        pytest.param(
            ours(5, population="civilians"), theirs(14, population="unknown"), "part_of_whole",
            id="civilians among all the dead",
        ),
        pytest.param(
            ours(20, population="civilians"),
            theirs(9, population="unknown", place="Ostrel"),
            "part_of_whole",
            id="wider in one respect and narrower in the other",
        ),
        pytest.param(ours(3, unit="vehicle"), theirs(9), "different_unit", id="vehicles and people"),
        pytest.param(ours(3, None), theirs(2, stance=Stance.DENIES), "answers_agree", id="another figure is denied"),
        pytest.param(
            figure(ARLAND, 8), figure(ARLAND_ARMY, 12), "linked_claimants", id="a state and its army"
        ),
        pytest.param(figure(None, 8), figure(None, 12), "needs_claimant", id="nobody is named twice"),
        pytest.param(
            ours(12, place="Ostrel"), theirs(9), TENSION, id="more dead in a town than in all"
        ),
        pytest.param(
            ours(12, population="civilians"), theirs(9, population="unknown"), TENSION,
            id="more dead civilians than dead",
        ),
        pytest.param(
            figure(party("~Ivo Gladkov"), 12), figure(party("~Ivo Hladkov"), 9), "linked_claimants",
            id="two spellings of one name",
        ),
        pytest.param(ours(24, None, vague=True), theirs(0), TENSION, id="dozens and none"),
    ],
)  # fmt: skip
def test_figures_that_only_look_different_are_left_alone(left, right, code):
    assert outcome(left, right) == code


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count(70, 70), "70"),
        (Count(1300, 1300, approximate=True), "about 1,300"),
        (Count(70, None, low_exclusive=True), "more than 70"),
        (Count(13, None), "at least 13"),
        (Count(0, 5), "up to 5"),
        (Count(0, 5, high_exclusive=True), "fewer than 5"),
        (Count(5, 8), "5 to 8"),
        (Count(0, 0), "0"),
    ],
)
def test_an_interval_reads_as_it_was_told(count, words):
    assert shown(count) == words


def share(claimant, winner, percent, **given):
    return claim(
        Topic.OTHER, claimant, f"votes:{winner}", measure="vote share",
        count=Count(percent, percent, unit="percent"), **given,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("other", "ends"),
    [
        (share(BORVIA, "valdor", 58), CONTRADICTION),
        (share(BORVIA, "valdor", 46), "answers_agree"),
        (share(BORVIA, "valdor", 58, place="Ostrel"), "not_comparable"),
    ],
)
def test_two_shares_of_one_vote_are_never_more_than_all_of_it(other, ends):
    assert outcome(share(ARLAND, "krane", 54), other) == ends


def test_a_turnout_is_settled_unless_it_is_told_so_far():
    def turnout(claimant, percent, number, words="turnout was low"):
        return claim(
            Topic.OTHER, claimant, "turnout", measure="turnout", words=words, said=day(number),
            count=Count(percent, percent, unit="percent"),
        )  # fmt: skip

    assert outcome(turnout(ARLAND, 71, 1), turnout(BORVIA, 48, 2)) == CONTRADICTION
    early = turnout(ARLAND, 31, 1, "turnout was 31 per cent so far")
    assert outcome(early, turnout(BORVIA, 48, 2)) == "times_apart"
