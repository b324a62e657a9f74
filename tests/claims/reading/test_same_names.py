import pytest

from claims.reading.same_names import unified
from tests.claims.reading.readers import read, who


def _names(*texts: str) -> list[str | None]:
    found = unified([read(text) for text in texts])
    return [who(one.claims[-1]) for one in found]


SAID = "said that the old dam held."


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        ("Andrei Lisenko", "Lisenko", "Andrei Lisenko"),
        ("Ilya Leontyev", "Leontiev", "Ilya Leontyev"),
        ("Ilya Leontyev", "Ilya Leontiev", "Ilya Leontyev"),
        ("Ana M. Ruiz", "Ana Ruiz", "Ana M. Ruiz"),
        ("The Mir Relief Fund (MRF)", "The MRF", "Mir Relief Fund"),
    ],
)
def test_a_claimant_has_one_name_in_all_articles_of_an_event(first, second, name):
    assert _names(f"{first} {SAID}", f"{second} {SAID}") == [name, name]


def test_the_order_of_articles_does_not_matter_for_a_surname():
    assert _names(f"Lisenko {SAID}", f"Andrei Lisenko {SAID}") == ["Andrei Lisenko"] * 2


def test_a_surname_that_two_persons_have_stays_as_it_is():
    texts = [f"Andrei Lisenko {SAID}", f"Ola Lisenko {SAID}", f"Lisenko {SAID}"]

    assert _names(*texts)[-1] == "Lisenko"


def test_a_surname_is_told_by_the_title():
    found = read(f"Mir was calm. Lisenko {SAID}", title="Governor Andrei Lisenko speaks")

    assert who(found.claims[-1]) == "Andrei Lisenko"
