"""Who did it, where a negation denies less than the deed, or nothing."""

import pytest

from claims.choices import Stance
from tests.claims.reading.readers import claims

DEED = "shelled the old hospital"
DID, DID_NOT, OPEN, DOUBTED = "did", "did not", "open", "doubted"


def told(text):
    """What is said of who did it."""
    answers = [c for c in claims(text) if c.answer.actors]
    if not answers:
        return OPEN
    if answers[0].stance == Stance.DOUBTS:
        return DOUBTED
    return DID_NOT if answers[0].answer.denied else DID


@pytest.mark.parametrize(
    ("clause", "answer"),
    [
        (f"the Norish army {DEED}", DID),
        ("the Norish army did not shell the old hospital", DID_NOT),
        (f"the Norish army never {DEED}", DID_NOT),
        (f"nobody but the Norish army {DEED}", DID),
        (f"no one other than the Norish army {DEED}", DID),
        ("the Norish army did not stop shelling the old hospital", DID),
        ("the Norish army never ceased shelling the old hospital", DID),
        ("the Norish army stopped shelling the old hospital", DID),
        ("the Norish army did not shell the old hospital deliberately", OPEN),
        ("the Norish army did not mean to shell the old hospital", OPEN),
        ("the Norish army did not attack the old hospital with drones", OPEN),
        ("the Norish army did not attack the old hospital with the rebels", DID_NOT),
        ("the Norish army has not denied shelling the old hospital", OPEN),
        (f"it was unlikely that the Norish army {DEED}", DOUBTED),
        (f"it was not true that the Norish army {DEED}", DID_NOT),
    ],
)
def test_a_negation_denies_no_more_than_it_reaches(clause, answer):
    assert told(f"The mayor of Mir said {clause}.") == answer


def test_who_denies_a_purpose_does_not_deny_the_deed():
    assert told("The Norish army denied deliberately shelling the old hospital.") == OPEN
    assert told("The Norish army denied shelling the old hospital.") == DID_NOT
