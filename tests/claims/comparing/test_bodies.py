from dataclasses import replace

import pytest

from claims.comparing.bodies import are_apart
from tests.claims.comparing.builders import BORVIA, CONTRADICTION, TENSION, did_it, outcome, party

POLICE = party("~police", "police")
PROTESTERS = party("~protesters", "protesters")
REBELS = party("~rebels", "rebels")


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("The company", "the workers’ union", True),
        ("the company's owner", "A union of its workers", True),
        ("Police in the capital", "organisers", False),
        ("the police", "the army", False),
        ("the opposition", "the ruling party", True),
        ("a spokesman for the rebels", "the government", False),
        ("a rebel", "the government", False),
        ("officials", "senior officials", False),
        ("The rebels", "Rebels in the north", False),
        ("", "the government", False),
    ],
)
def test_bodies_of_two_families_are_never_one(one, other, apart):
    assert are_apart(one, other) is apart
    assert are_apart(other, one) is apart


def test_nameless_speakers_contradict_each_other_where_they_cannot_be_one():
    left = did_it(None, POLICE, claimant_text="The opposition", dispute="responsibility:hall")
    right = did_it(None, PROTESTERS, claimant_text="the government", dispute="responsibility:hall")
    assert outcome(left, right) == CONTRADICTION
    assert outcome(left, replace(right, claimant_text="Opposition leaders")) == "needs_claimant"
    assert outcome(left, replace(right, claimant_text="a source")) == "needs_claimant"


def test_a_body_and_a_named_author_only_pull_apart():
    assert outcome(did_it(BORVIA, REBELS), did_it(None, party("dawn", "Dawn"))) == TENSION
