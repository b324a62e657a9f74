"""Who speaks, where the sentence invites a wrong reading."""

import pytest

from claims.choices import Stance
from tests.claims.reading.readers import claims


def said(text):
    return [(c.claimant.name if c.claimant else None, c.stance, c.statement) for c in claims(text)]


def test_nobody_denies_what_they_have_just_said():
    told = said("Mayor Ana Silva said that Rosa Holm had taken bribes, which she denied.")

    denials = [name for name, stance, _ in told if stance == Stance.DENIES]
    assert denials == ["Rosa Holm"]


def test_what_a_reporter_asked_is_nobodys_claim():
    told = said("Asked if the army had shelled the dam, Colonel Jan Berg said: “I do not know.”")

    assert not [words for _, _, words in told if "shelled" in words]


@pytest.mark.parametrize("digits", [20, 400, 5000])
def test_a_number_longer_than_any_count_is_read_over(digits):
    told = said(f"The ministry said that {'9' * digits} people had been killed in the flood.")

    assert len(told) <= 1
