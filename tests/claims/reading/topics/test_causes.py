import pytest

from claims.choices import Stance, Topic
from tests.claims.reading.readers import claims, key_of, only_claim


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Nortown said the collapse was caused by corrosion of the cables.", "technical"),
        ("Nortown said the flood was caused by heavy rain.", "natural"),
        ("Nortown said the bridge fell because inspections had been neglected.", "neglect"),
        ("Nortown said a fault in the engine room caused the crash.", "technical"),
        ("Nortown said a bomb on board brought down the airliner.", "explosives"),
        ("Nortown said the tower was destroyed by rocket fire.", "strike"),
        ("Nortown said the airliner was brought down by a missile.", "strike"),
        ("Nortown said the plant was blown up from inside.", "explosives"),
        ("Nortown said the trains collided because of a signalling error.", "human"),
        ("Nortown said technical failure was the most likely cause.", "technical"),
        ("Nortown said that it was an act of sabotage.", "deliberate"),
        ("Nortown said the jet had been tampered with.", "deliberate"),
        ("Nortown blamed heavy rain for the disaster.", "natural"),
        ("Nortown said the flood was caused by rain, not by a bomb.", "natural"),
    ],
)
def test_a_cause_has_a_closed_value(text, value):
    claim = only_claim(text)
    assert (claim.topic, claim.answer.value) == (Topic.CAUSE, value)
    assert (claim.stance, claim.answer.denied) == (Stance.ASSERTS, False)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Nortown ruled out sabotage.", "deliberate"),
        ("Nortown said that pilot error had been ruled out.", "human"),
        ("Nortown said the collapse was not an accident.", "accident"),
        ("Nortown denied that a missile had brought down the airliner.", "strike"),
    ],
)
def test_a_cause_can_be_ruled_out(text, value):
    claim = only_claim(text)
    found = (claim.topic, claim.answer.value, claim.stance)
    assert found == (Topic.CAUSE, value, Stance.DENIES)
    assert claim.answer.denied


@pytest.mark.parametrize(
    "text",
    [
        "Nortown said that Sulish troops had blown up the dam.",
        "Nortown said that the dam was blown up by Sulish saboteurs.",
        "Nortown said that the dam was destroyed by Sulish shelling.",
        "Nortown said that it was Suland that blew up the dam.",
    ],
)
def test_a_cause_names_whose_deed_it_was(text):
    claim = only_claim(text)
    assert (key_of(claim), claim.answer.actors) == ("cause:dam", ("suland",))


def test_a_deliberate_act_by_somebody_says_who_did_it():
    claim = only_claim("Nortown said it was a deliberate act of sabotage by Suland.")
    assert (key_of(claim), claim.answer.actors) == ("responsibility", ("suland",))
    assert claim.answer.value == "deliberate"


def test_an_unknown_cause_keeps_its_words():
    claim = only_claim("Nortown said the flood was caused by the release of water upstream.")
    assert (key_of(claim), claim.answer.value) == ("cause", "")
    assert claim.answer.object == "the release of water upstream"


@pytest.mark.parametrize(
    "text",
    [
        "Nortown said the flooding was caused by the collapse of the dam.",
        "Nortown said that sabotage could not be ruled out.",
        "Nortown said the fair was put off because of the rain.",
        "Nortown said a guard blew himself up there.",
    ],
)
def test_not_every_link_tells_the_cause_of_the_event(text):
    assert "cause" not in [key_of(claim) for claim in claims(text)]


def test_an_accusation_and_its_rejection_meet_in_one_question():
    text = "Nortown said that Suland blew up the dam. Sutown denied that it had mined the dam."
    said, denied = claims(text)
    assert key_of(said) == key_of(denied) == "cause:dam"
    assert said.answer.actors == denied.answer.actors == ("suland",)
    assert denied.answer.denied


@pytest.mark.parametrize(
    ("told", "key"),
    [
        ("the plant was hit by Sulish artillery", "cause:plant"),
        ("it was hit by Sulish artillery", "cause:plant"),
        ("a barn was hit by Sulish artillery", "damage:barn"),
    ],
)
def test_who_hit_the_thing_in_the_news_is_its_cause(told, key):
    claim = claims(f"The plant of Mir is gone. Nortown said that {told}.")[0]
    assert key_of(claim) == key
