import pytest

from claims.reading.described import description
from tests.claims.reading.readers import DIRECTORY


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a senior Norish official", "senior Norish official"),
        ("Norish diplomats", "Norish diplomats"),
        ("Two armed groups opposed to Ola Berg", "Two armed groups"),
        ("one of the armed groups", ""),
        ("one armed group", ""),
        ("Residents of Mir", "Residents of Mir"),
        ("the emergency services", "emergency services"),
        ("The regional administration, which fled", "regional administration"),
        ("Sutown-installed officials", "Sutown-installed officials"),
        ("Police", "Police"),
    ],
)
def test_a_nameless_speaker_is_called_by_what_tells_him_apart(text, told):
    assert description(text, DIRECTORY) == told


@pytest.mark.parametrize(
    "text",
    ["", "he", "Experts", "a senior official", "Local residents", "the group", "his brother",
     "their Norish friends", "a report on Norland", "26 percent of Norish voters"],
)  # fmt: skip
def test_where_nothing_tells_a_speaker_apart_there_is_no_description(text):
    assert description(text, DIRECTORY) == ""
