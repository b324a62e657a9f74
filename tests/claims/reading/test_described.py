import pytest

from claims.reading.described import description, head_of
from tests.claims.reading.readers import DIRECTORY


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a senior Norish official", "senior Norish official"),
        ("Norish diplomats", "Norish diplomats"),
        ("Two armed groups opposed to Ola Berg", "two armed groups"),
        ("one of the armed groups", "one of the armed groups"),
        ("one armed group", "armed group"),
        ("Residents of Mir", "residents of Mir"),
        ("the emergency services", "emergency services"),
        ("The regional administration, which fled", "regional administration"),
        ("Sutown-installed officials", "Sutown-installed officials"),
        ("Police", "police"),
        ("Experts", "experts"),
        ("Local residents", "local residents"),
        ("City authorities", "city authorities"),
        ("a senior official", "senior official"),
        ("officials on both sides", "officials on both sides"),
        ("International lawyers helping the prosecutors of Norland", "international lawyers"),
        ("A guard who asked not to be named", "guard"),
        ("a woman in the crowd", "woman in the crowd"),
        ("A team of Norish doctors", "team of Norish doctors"),
        ("its operator", "operator"),
        ("Hospitals in the city", "hospitals in the city"),
    ],
)
def test_a_nameless_speaker_is_called_by_what_describes_him(text, told):
    assert description(text, DIRECTORY) == told


@pytest.mark.parametrize(
    "text",
    ["", "he", "the group", "a person", "sources", "many", "the company", "companies", "his brother",
     "a report on Norland", "26 percent of Norish voters", "a number of things"],
)  # fmt: skip
def test_where_the_words_describe_nobody_there_is_no_description(text):
    assert description(text, DIRECTORY) == ""


@pytest.mark.parametrize(
    ("text", "head"),
    [("two guards at the gate", "guard"), ("a policeman", "policeman"), ("many", "")],
)
def test_the_noun_of_a_description_stands_before_its_prepositions(text, head):
    assert head_of(text) == head
