"""Clauses that answer what they hang on."""

import pytest

from claims.choices import Attribution, Stance
from tests.claims.reading.readers import claims, only_claim, who


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        (
            "Norland said 12 raiders were killed, which Suland disputes.",
            "which Suland disputes",
        ),
        (
            "Norland said 12 raiders were killed, a figure that Suland strongly rejects.",
            "a figure that Suland strongly rejects",
        ),
        (
            "Norland said 12 raiders were killed, a claim Suland calls a lie.",
            "a claim Suland calls a lie",
        ),
        (
            "Norland said 12 raiders were killed, a claim Suland has dismissed as absurd.",
            "a claim Suland has dismissed as absurd",
        ),
    ],
)
def test_who_denies_in_a_clause_beside_answers_the_same_question(text, reply):
    said, denied = claims(text)
    assert (who(said), said.quotes[0].text) == ("Norland", "12 raiders were killed")
    assert (who(denied), denied.quotes[0].text) == ("Suland", reply)
    assert (denied.stance, denied.question) == (Stance.DENIES, said.question)


def test_who_will_not_confirm_what_was_said_claims_nothing():
    text = (
        "It was reported that two officers had been suspended, a report Norland would not confirm."
    )
    assert only_claim(text).quotes[0].text == "two officers had been suspended"


def test_a_noun_before_a_comma_is_a_verb_where_somebody_stands_before_it():
    text = "The rebels, an official counters, hold nothing but the radio building of Mir."
    assert only_claim(text).claimant_text == "an official"


def test_a_harm_with_its_number_is_a_claim_beside_what_did_it():
    told = claims("A train left the rails outside Mir, killing at least 17 people, Norland said.")
    assert [claim.quotes[0].text for claim in told] == [
        "A train left the rails outside Mir",
        "killing at least 17 people",
    ]


def test_short_things_said_together_are_one_claim():
    claim = only_claim("“We won, and they know it,” Norland told reporters.")
    assert claim.quotes[0].text == "We won, and they know it"


@pytest.mark.parametrize(
    "text",
    [
        "The roof of the station was destroyed in the night.",
        "Some 90 people were arrested in Mir.",
    ],
)
def test_what_became_of_things_and_people_is_a_claim_of_the_outlet(text):
    claim = only_claim(text)
    assert (claim.claimant, claim.quotes[0].attribution) == (None, Attribution.UNATTRIBUTED)


@pytest.mark.parametrize(
    "text",
    [
        "The area is being swept by the army again.",
        "The toll of the flood that followed the destruction of the dam is not known.",
    ],
)
def test_an_outlets_mention_of_harm_is_no_claim(text):
    assert claims(text) == ()
