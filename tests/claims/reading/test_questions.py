import pytest

from claims.reading import questions
from tests.claims.reading.readers import only_claim


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("United States", "the United States"),
        ("Norland", "Norland"),
        ("Norish government", "the Norish government"),
        ("Ministry of Defence of Norland", "the Ministry of Defence of Norland"),
        ("Free Suland Army", "the Free Suland Army"),
        ("Union of Writers", "the Union of Writers"),
        ("Norland's police", "Norland's police"),
        ("Jan Lis", "Jan Lis"),
        ("", ""),
    ],
)
def test_a_name_in_a_question_has_its_article(name, called):
    assert questions.called(name) == called


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("Mir", "Who holds Mir?"),
        ("airport", "Who holds the airport?"),
        ("territory", "Who holds the territory in dispute?"),
    ],
)
def test_a_question_about_a_place_reads_well(place, text):
    assert questions.control(place).text == text


def test_weapons_are_called_by_the_adjective_of_their_state():
    claim = only_claim("Nortown said that Suland-made missiles were used.")
    assert claim.question is not None
    assert claim.question.text == "Were Sulish weapons used?"


@pytest.mark.parametrize(
    ("name", "whose"),
    [("Free Suland Corps", "the Free Suland Corps' own"), ("Norland", "Norland's own")],
)
def test_what_is_somebodys_own_is_spelt_by_how_the_name_ends(name, whose):
    assert whose in questions.own_losses("killed", "who", name).text
