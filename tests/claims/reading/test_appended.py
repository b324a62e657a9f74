"""One claim, one proposition."""

import pytest

from claims.choices import Stance
from tests.claims.reading.readers import claims, who


def texts(text: str) -> list[str]:
    return [claim.quotes[0].text for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Norland accused Suland of shelling the port, which had been held by Sulish troops since March.",
            [
                "Norland accused Suland of shelling the port",
                "which had been held by Sulish troops since March",
            ],
        ),
        (
            "Sutown accuses Norland of mining the road to cut off Mir and to distract from a defeat.",
            ["Sutown accuses Norland of mining the road", "to cut off Mir", "to distract from a defeat"],
        ),
        (
            "Sutown accused Norland of shelling the mine in a bid to stop the talks on gas.",
            ["Sutown accused Norland of shelling the mine", "in a bid to stop the talks on gas"],
        ),
        (
            "Norland said 400 people were saved, 12 are missing and some 90 houses were destroyed.",
            ["400 people were saved", "12 are missing", "some 90 houses were destroyed"],
        ),
        (
            "Some 31 were killed and 1,200 live in the schools of Mir, Norland said.",
            ["Some 31 were killed", "1,200 live in the schools of Mir"],
        ),
        (
            "Some 400 were saved; 31 were killed and six wounded, Norland said.",
            ["Some 400 were saved", "31 were killed", "six wounded"],
        ),
        (
            "Norland said the siege failed again, since the garrison had held the bridge of Mir.",
            ["the siege failed again", "the garrison had held the bridge of Mir"],
        ),
    ],
)  # fmt: skip
def test_each_thing_that_is_said_is_a_claim_of_the_same_speaker(text, parts):
    assert texts(text) == parts
    assert len({who(claim) for claim in claims(text)}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Norland accused Suland of trying to blow up the bridge.",
        "Norland accused Suland of refusing to stop the shelling.",
        "Norland accused Suland of using the school to shell the port.",
        "Norland accuses Suland of an attempt to blow up the bridge.",
    ],
)
def test_what_somebody_is_accused_of_trying_is_no_purpose(text):
    assert texts(text) == [text.removesuffix(".")]


def test_a_clause_within_stays_where_it_is():
    text = "Norland said the bridge at Mir, which was old, was destroyed by a bomb."
    assert texts(text) == ["the bridge at Mir, which was old, was destroyed by a bomb"]


def test_what_the_outlet_says_of_a_claim_is_no_part_of_it():
    text = "Norland said it had shot down two jets near Mir, a claim that could not be verified."
    assert texts(text) == ["it had shot down two jets near Mir"]


def test_what_is_appended_to_a_denial_is_not_denied():
    denied, held = claims(
        "Norland denied shelling the port, which had been captured by Sulish troops in May."
    )
    assert (denied.stance, held.stance) == (Stance.DENIES, Stance.ASSERTS)


def test_what_the_outlet_adds_after_a_speaker_is_not_the_speakers():
    told, own = claims(
        "The toll has reached 21 dead in Mir, officials say, while 12 people died in Dub."
    )
    assert (told.claimant_text, own.claimant_text) == ("officials", "")
    assert own.quotes[0].text == "12 people died in Dub"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Nortown confirmed that a woman was killed in Mir.", Stance.ASSERTS),
        ("Nortown confirmed the death of 12 soldiers in Mir.", Stance.ASSERTS),
        ("A woman was killed in Mir, Nortown confirmed.", Stance.ASSERTS),
        ("Nortown confirmed the reports of a raid on Mir.", Stance.CONFIRMS),
        ("Nortown confirmed the mayor's account.", Stance.CONFIRMS),
        ("Nortown confirmed that the mayor's account was right.", Stance.CONFIRMS),
        ("Nortown acknowledged the figure of 40 dead.", Stance.ASSERTS),
    ],
)
def test_only_who_backs_a_claim_of_somebody_confirms(text, stance):
    assert [claim.stance for claim in claims(text)] == [stance]


@pytest.mark.parametrize(
    "text",
    [
        "The minister called the accusations nonsense.",
        "The minister called the accusations unfounded nonsense on the morning show of state radio.",
        "The minister called Suland's latest charge a lie.",
        "The minister branded the claims false.",
    ],
)
def test_calling_it_a_lie_is_a_denial(text):
    assert [claim.stance for claim in claims(text)] == [Stance.DENIES]


def test_accusations_called_a_lie_are_those_that_accuse():
    text = (
        "Sutown said Norland was behind the raid. Norland had no part in the raid, the king says. "
        "The Norish defence ministry called the accusations a lie."
    )
    assert claims(text)[-1].answer.actors == ("norland",)
    assert claims(text)[-1].question == claims(text)[0].question
