import pytest

from claims.choices import Topic
from tests.claims.reading.readers import claims, key_of

LEAD = "A tanker sank off Mir on Tuesday. "


def causes(said):
    """(value, denied) of each cause read in what is said of a tanker that sank."""
    return [
        (claim.answer.value, claim.answer.denied)
        for claim in claims(LEAD + said)
        if claim.topic == Topic.CAUSE
    ]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("Nortown blamed the disaster on a rogue wave.", "natural"),
        ("Nortown blamed a rogue wave for the disaster.", "natural"),
        ("Nortown put the loss of the ship down to record gusts.", "natural"),
        ("Nortown attributed the sinking to a cracked valve.", "technical"),
        ("Nortown said that pilot error was to blame.", "human"),
        ("Nortown said it was not the wind, it was greed.", "neglect"),
        ("Nortown said the tanker hit a sandbank.", "collision"),
        ("Nortown said they struck something and the lights went out.", "collision"),
        ("Nortown said the tanker keeled over because water could not be pumped out.", "technical"),
        ("Nortown said a broken rudder was the most likely suspect.", "technical"),
        ("Nortown said the tanker sank because of too many people on deck.", "overload"),
    ],
)
def test_a_cause_is_read_however_something_is_laid_to_it(said, value):
    assert causes(said) == [(value, False)]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("Nortown said no trace of a collision was found.", "collision"),
        ("Nortown said it was not the storm.", "natural"),
        ("Nortown said the tanker did not sink because of a storm.", "natural"),
        ("Nortown denied that the tanker had hit a reef.", "collision"),
    ],
)
def test_a_cause_can_be_ruled_out_without_a_word_of_cause(said, value):
    assert causes(said) == [(value, True)]


@pytest.mark.parametrize(
    "said",
    [
        "Nortown blamed Suland for the attack on the tanker.",
        "Nortown said it was a long night.",
        "Nortown put down the phone.",
        "Nortown blamed the owner.",
        "Nortown said the office was closed because of the rain.",
        "Nortown said its envoy had struck a deal.",
    ],
)
def test_not_everything_that_is_blamed_or_hit_is_a_cause(said):
    assert causes(said) == []


def test_what_was_overloaded_and_sank_for_it_answers_two_questions():
    found = claims(LEAD + "Nortown said the tanker sank because it was overloaded.")[-2:]

    assert [key_of(claim) for claim in found] == ["cause:ship", "matter:overloaded"]


def test_an_outage_beside_the_event_has_its_own_cause():
    found = claims(LEAD + "Nortown said the outage was caused by a damaged cable.")[-1]

    assert found.question is not None
    assert (found.question.key, found.question.dispute) == ("cause:outage", "effect:outage")
