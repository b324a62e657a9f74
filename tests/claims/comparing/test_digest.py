from dataclasses import replace

import pytest

from claims.choices import Modality, Stance
from claims.comparing import sides_digest
from tests.claims.comparing.builders import ARLAND, BORVIA, day, figure, party

LEFT, RIGHT = figure(ARLAND, 70), figure(BORVIA, 3)


@pytest.mark.parametrize(
    "changed",
    [
        figure(BORVIA, 4),
        figure(BORVIA, 3, None),
        replace(RIGHT, stance=Stance.DENIES),
        replace(RIGHT, said=day(2)),
        replace(RIGHT, holds=day(2)),
        replace(RIGHT, retracted=True),
        replace(RIGHT, question="moved"),
        replace(RIGHT, modality=Modality.HEDGED),
        replace(RIGHT, claimant=party("borvia", "Borvia", "arland")),
        replace(RIGHT, claimant=None),
    ],
)
def test_a_changed_side_changes_the_digest(changed):
    assert sides_digest(LEFT, changed) != sides_digest(LEFT, RIGHT)


@pytest.mark.parametrize(
    "same",
    [
        replace(RIGHT, words="a better quote"),
        replace(RIGHT, id="merged into another"),
        replace(RIGHT, answer=replace(RIGHT.answer, count=replace(RIGHT.answer.count, text="3"))),
        replace(RIGHT, claimant=replace(BORVIA, name="Republic of Borvia")),
    ],
)
def test_what_the_finding_does_not_rest_on_leaves_the_digest_alone(same):
    assert sides_digest(LEFT, same) == sides_digest(LEFT, RIGHT)


def test_the_digest_is_one_of_the_pair_in_either_order():
    assert sides_digest(LEFT, RIGHT) == sides_digest(RIGHT, LEFT)
    assert len(sides_digest(LEFT, RIGHT)) == 64


def test_where_no_question_is_answered_other_words_are_another_side():
    plain = replace(RIGHT, dispute="", question="")

    assert sides_digest(LEFT, replace(plain, words="they left")) != sides_digest(LEFT, plain)
