import pytest

from claims.agreement import says
from claims.choices import Stance


@pytest.mark.parametrize(
    ("name", "verb"),
    [
        ("Arland", "asserts"),
        ("Arland authorities", "assert"),
        ("Local officials in Corvane", "assert"),
        ("officials", "assert"),
        ("two hospitals near the border", "assert"),
        ("the mayor and the governor", "assert"),
        ("Armed Forces of Arland", "assert"),
        ("General Staff of the Armed Forces", "asserts"),
        ("Ministry of Roads and Bridges", "asserts"),
        ("Arland police", "assert"),
        ("Arland police chief", "asserts"),
        ("a source close to the ministers", "asserts"),
        ("people who fled", "assert"),
        ("United States", "asserts"),
        ("Borvian Volunteer Corps", "asserts"),
        ("Trinidad and Tobago", "asserts"),
        ("the press", "asserts"),
        ("Ana Petrovas", "asserts"),
        ("rescuers (on site)", "assert"),
        ("", "asserts"),
    ],
)
def test_the_verb_agrees_with_who_speaks(name, verb):
    assert says(name, Stance.ASSERTS) == verb


def test_every_stance_has_a_verb_for_several():
    verbs = {says("officials", stance) for stance in Stance}

    assert len(verbs) == len(Stance)
    assert verbs.isdisjoint(Stance.labels)
