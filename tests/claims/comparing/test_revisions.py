import pytest

from claims.choices import Stance
from claims.comparing import compare
from claims.values import Abstention, Revision
from tests.claims.comparing.builders import (
    ARLAND,
    ARLAND_ARMY,
    ARLAND_POLICE,
    BORVIA,
    BORVIA_SPY,
    DAWN,
    day,
    did_it,
    figure,
    had_part,
    no_part,
)


@pytest.mark.parametrize(
    ("earlier", "later", "downward"),
    [
        (figure(ARLAND, 12, None), figure(ARLAND, 13, said=day(2)), False),
        (figure(ARLAND, 70), figure(ARLAND, 60, said=day(2)), True),
        (figure(ARLAND, 0), figure(ARLAND_ARMY, 1, said=day(2)), False),
        (figure(ARLAND, 5, 9), figure(ARLAND, 5, 7, said=day(2)), True),
        (figure(ARLAND, 8, said=day(1, hour=6)), figure(ARLAND, 12, said=day(1, hour=18)), False),
    ],
)
def test_the_same_voice_with_a_later_figure_revises(earlier, later, downward):
    revision = compare(later, earlier)

    assert isinstance(revision, Revision)
    assert (revision.earlier, revision.later) == (earlier.id, later.id)
    assert revision.downward is downward


@pytest.mark.parametrize(
    ("left", "right", "code"),
    [
        pytest.param(
            figure(ARLAND, 70),
            figure(ARLAND, 70, None, low_exclusive=True, said=day(2)),
            "same_claimant",
            id="70 and more than 70 are two wordings",
        ),
        pytest.param(figure(ARLAND, 70), figure(ARLAND, 60), "same_claimant", id="order unknown"),
        pytest.param(
            figure(ARLAND, 70, said=None), figure(ARLAND, 60), "same_claimant", id="undated"
        ),
        pytest.param(
            figure(ARLAND, 12, measure="injured", question="q"),
            figure(ARLAND, 1, said=day(2), question="q"),
            "same_claimant",
            id="another measure",
        ),
        pytest.param(
            did_it(ARLAND, BORVIA, said=day(1)),
            did_it(ARLAND_ARMY, BORVIA, said=day(2)),
            "linked_claimants",
            id="the same answer again",
        ),
    ],
)
def test_one_voice_without_a_later_change_is_left_alone(left, right, code):
    result = compare(left, right)

    assert isinstance(result, Abstention)
    assert result.code == code


def test_two_services_of_one_state_do_not_revise_each_other():
    result = compare(figure(ARLAND_ARMY, 7), figure(ARLAND_POLICE, 9, said=day(2)))

    assert result.code == "times_apart"


def test_who_names_a_group_and_then_denies_the_state_s_own_part_takes_nothing_back():
    group = did_it(BORVIA_SPY, DAWN, said=day(1))
    not_us = did_it(BORVIA, BORVIA, stance=Stance.DENIES, denied=True, said=day(2))

    result = compare(group, not_us)

    assert isinstance(result, Abstention)
    assert result.code == "linked_claimants"


def test_a_denial_that_becomes_an_admission_is_told_in_both_wordings():
    denial = no_part(BORVIA, BORVIA, said=day(1), words="any part in it")
    admission = had_part(BORVIA, BORVIA, said=day(5), words="we guarded the border")

    assert compare(admission, denial).reason == (
        "Borvia said “any part in it”, then “we guarded the border”."
    )


def test_a_revised_figure_is_told_with_its_days():
    revision = compare(figure(ARLAND, 12, None), figure(ARLAND, 13, said=day(2)))

    assert revision.reason == "Arland said at least 12 on 4 March 2024, then 13 on 5 March 2024."
