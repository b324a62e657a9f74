import pytest

from claims.choices import Attribution, Topic
from tests.claims.reading.readers import claims, only_claim


@pytest.mark.parametrize(
    "text",
    [
        "Norland and Suland blamed each other for the raid on Mir.",
        "Norland and Suland have traded blame for the raid.",
        "Norland and Suland accused one another of raiding Mir, as the talks went on.",
        "Loyal troops and rebels blame one another for the fire.",
    ],
)
def test_who_blame_each_other_is_told_by_the_outlet_and_answers_nothing(text):
    claim = only_claim(text)
    assert (claim.claimant, claim.claimant_text, claim.question) == (None, "", None)
    assert (claim.topic, claim.answer.actors) == (Topic.OTHER, ())
    assert claim.quotes[0].attribution == Attribution.UNATTRIBUTED
    assert text.startswith(claim.quotes[0].text)


@pytest.mark.parametrize(
    "text",
    ["The two sides blamed each other for the raid.", "Neighbours accused each other of noise."],
)
def test_those_who_are_not_told_apart_claim_nothing_of_each_other(text):
    assert claims(text) == ()
