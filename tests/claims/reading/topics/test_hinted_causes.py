import pytest

from tests.claims.reading.readers import attributed, key_of

LEAD = "A bridge collapsed in Mir on Tuesday. "


def cause_of(said, lead=LEAD):
    """(value, denied) of what is said to have caused it; None where nothing is."""
    causes = [c for c in attributed(lead + said) if key_of(c).startswith("cause")]
    return (causes[0].answer.value, causes[0].answer.denied) if causes else None


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("Norland said the collapse was the work of saboteurs and sabotage.", "deliberate"),
        ("Norland speaks of a technical fault.", "technical"),
        ("Norland said everything pointed to a gas leak.", "technical"),
        ("Norland said the marks were consistent with a collision.", "collision"),
        ("Norland said the bridge had been hit by a barge.", "accident"),
        ("“It was the wind, nothing else,” Norland said.", "natural"),
    ],
)
def test_a_hint_of_a_cause_is_a_cause(said, value):
    assert cause_of(said) == (value, False)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("Norland said there was no bomb.", "explosives"),
        ("Norland said nothing pointed to sabotage.", "deliberate"),
    ],
)
def test_that_none_was_there_denies_the_cause(said, value):
    assert cause_of(said) == (value, True)


@pytest.mark.parametrize(
    "said",
    [
        "Norland speaks of a long friendship.",
        "Norland spoke of threats of sabotage.",
        "Norland said there was no doubt about the leak in the roof of the old town hall.",
        "Norland said the poll pointed to a victory.",
    ],
)
def test_other_things_spoken_of_are_no_cause(said):
    assert cause_of(said) is None


def test_where_nothing_was_caused_nothing_has_a_cause():
    said = "Norland speaks of a technical fault."
    assert cause_of(said, lead="A new library opened in Mir on Tuesday. ") is None


def test_a_fire_starts_in_its_cause():
    lead = "A fire gutted a mill in Mir. "
    assert cause_of("Norland said the fire started in a faulty heater.", lead) == (
        "technical",
        False,
    )
    assert cause_of("Norland said the fire started in the attic.", lead) is None
