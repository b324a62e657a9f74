import pytest

from tests.claims.reading.readers import attributed, claims, key_of, only_claim

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
    plant, evacuees = attributed(text)
    assert (key_of(plant), key_of(evacuees)) == (
        "responsibility:plant",
        "responsibility:shelling-evacuees",
    )


@pytest.mark.parametrize(
    "told",
    [
        "Nortown accused Suland of blowing up the dam.",
        "Nortown said that Suland had bombarded the dam.",
        "Nortown accused Suland of setting off the charge that brought the old dam down.",
        "Nortown blamed Suland for the destruction of the dam.",
        "Nortown said it was deliberate sabotage by Suland.",
        "A town lost its dam. Nortown said that Suland had bombed it.",
    ],
)
def test_whatever_was_done_to_the_thing_in_the_news_is_one_act(told):
    claim = claims(f"The flood that followed the dam breach killed nobody. {told}")[-1]
    assert claim.question is not None
    assert claim.question.dispute == "responsibility:dam"


@pytest.mark.parametrize(
    ("told", "key"),
    [
        ("Suland had attacked the town of Dubno", "responsibility:shelling-dubno"),
        ("Suland had not attacked Dubno", "responsibility:shelling-dubno"),
        ("Suland had attacked an army post", "responsibility:shelling-post"),
        ("Suland had shelled a flooded city", "responsibility:shelling-city"),
        ("Suland had bombed a warehouse", "responsibility:depot"),
        ("a Sulish train had been attacked near the dam", ""),
    ],
)
def test_what_was_done_to_another_thing_is_another_act(told, key):
    claim = claims(f"The dam breach killed nobody. Nortown said that {told}.")[-1]
    assert key_of(claim) == key


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Jet crashes off Mir", "responsibility:plane"),
        ("Blast at hospital kills ten", "responsibility:hospital"),
        ("Ferry with 40 on board sinks", "responsibility:ship"),
        ("Raid on dam fails", "responsibility"),
    ],
)
def test_an_act_without_a_target_is_done_to_what_the_article_is_about(title, key):
    claim = only_claim("Nortown blamed Suland for the attack.", title=title)
    assert key_of(claim) == key


def test_tear_gas_is_not_the_deed_that_the_news_is_about():
    claim = claims(
        "An attack on a convoy failed. Nortown said Suland fired tear gas at the convoy."
    )
    assert "responsibility:convoy" not in [key_of(one) for one in claim]


def test_the_dead_of_another_act_are_counted_apart():
    text = "The dam breach was no accident. {} people were killed in {}, Nortown said."
    places = [
        only_claim(text.format(12, told)).answer.place
        for told in ("the flood", "the dam breach", "a strike on a market")
    ]
    assert places == ["", "", "the market"]


def test_a_question_says_what_was_done_to_what():
    claim = only_claim("Nortown accused Suland of having sabotaged the dam.")
    assert claim.question is not None
    assert claim.question.text == "Who destroyed the dam?"


def test_a_strike_that_is_the_news_is_the_same_dispute_in_every_article():
    news = attributed(
        "A missile hit the station of Mir. Nortown blamed the missile attack on Suland."
    )
    aside = attributed("A dam burst. Nortown accused Suland of a missile attack on the station.")
    keys = {(one.question.key, one.question.dispute) for one in (*news, *aside) if one.question}
    assert keys == {("responsibility:station", "responsibility:station")}
