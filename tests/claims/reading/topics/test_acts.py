import pytest

from tests.claims.reading.readers import claims, key_of, only_claim

RAID = "A raid on Mir began at dawn on Monday."


def test_a_raid_and_a_later_shelling_are_two_questions():
    raid, shelling = claims(
        f"{RAID} Nortown blamed the raid on Suland. Nortown blamed the shelling of Dubno on Suland."
    )
    assert (key_of(raid), key_of(shelling)) == ("responsibility", "responsibility:shelling")
    assert raid.question is not None
    assert shelling.question is not None
    assert (raid.question.text, shelling.question.text) == (
        "Who carried out the raid?",
        "Who carried out the shelling?",
    )
    assert raid.question.dispute != shelling.question.dispute


@pytest.mark.parametrize(
    ("lead", "key"),
    [
        (RAID, "involvement:suland"),
        ("The shelling of Mir began at dawn.", "involvement:suland:shelling"),
        ("Hackers shut down the grid of Mir.", "involvement:suland:hacking"),
    ],
)
def test_a_denial_that_names_no_act_is_about_the_one_the_article_is_about(lead, key):
    claim = claims(f"{lead} Sutown denied any involvement.")[-1]
    assert key_of(claim) == key


def test_what_happens_is_caused():
    text = "An explosion shook Mir on Monday. Nortown said that Suland was responsible for it."
    claim = only_claim(text)
    assert claim.question is not None
    assert claim.question.text == "Who caused the explosion?"


def test_fire_at_the_thing_in_the_news_is_no_act_of_its_own():
    text = (
        "An explosion wrecked the plant of Mir. Sutown denied that its army had shelled the plant. "
        "Sutown denied shelling the evacuees."
    )
    plant, evacuees = claims(text)
    assert (key_of(plant), key_of(evacuees)) == ("responsibility", "responsibility:shelling")


def test_a_strike_that_is_the_news_is_the_events_own_dispute():
    text = "A missile hit the station of Mir. Nortown blamed the missile attack on Suland."
    claim = only_claim(text)
    assert claim.question is not None
    assert (claim.question.key, claim.question.dispute) == (
        "responsibility:shelling",
        "responsibility",
    )
