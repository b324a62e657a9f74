import pytest

from tests.claims.reading.readers import claims, key_of, who


@pytest.mark.parametrize(
    "text",
    [
        "Norland and Suland blamed each other for the raid on Mir.",
        "Norland and Suland have traded blame for the raid.",
        "Norland and Suland accused one another of raiding Mir, as the talks went on.",
    ],
)
def test_who_blame_each_other_claim_two_things(text):
    first, second = claims(text)
    assert (who(first), first.answer.actors) == ("Norland", ("suland",))
    assert (who(second), second.answer.actors) == ("Suland", ("norland",))
    assert key_of(first) == key_of(second) == "responsibility"
    assert first.quotes[0].text == second.quotes[0].text


@pytest.mark.parametrize(
    "text",
    ["The two sides blamed each other for the raid.", "Neighbours accused each other of noise."],
)
def test_two_who_are_not_named_claim_nothing_of_each_other(text):
    assert "responsibility" not in [key_of(claim) for claim in claims(text)]
