import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from events.names import case_fits, fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Türkiye", "Turkiye"),
        ("São Tomé and Príncipe", "Sao Tome & Principe"),
        ("Élysée", "ELYSEE"),
        ("U.S.", "US"),
        ("Washington, D.C.", "Washington DC"),
        ("Al-Qaeda", "al Qaeda"),
        ("Da'esh", "Da’esh"),
        ("Мʼянма", "М'янма"),
        ("Department of Defense", "department of defence"),
        ("World Health Organization", "World Health Organisation"),
        ("World Food Program", "World Food Programme"),
        ("the Hague", "Hague"),
        ("Легион «Свобода России»", "Легион Свобода России"),
        ("Королёв", "Королев"),
        ("Ки́їв", "Київ"),
        ("Łódź", "Lodz"),
        ("  Downing\u00a0 Street ", "Downing Street"),
    ],
)
def test_spellings_of_one_name_fold_together(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("мой", "мои"),
        ("її", "іі"),
        ("Ґданськ", "Гданськ"),
        ("Niger", "Nigeria"),
        ("Київ", "Киев"),
        ("Ў", "У"),
    ],
)
def test_different_names_stay_apart(one, other):
    assert fold(one) != fold(other)


@example("𝕬")
@given(st.text(max_size=30))
def test_folding_twice_is_folding_once_up_to_a_leading_article(text):
    once = fold(text)
    if not once.startswith("the "):
        assert fold(once) == once


@pytest.mark.parametrize(
    ("name", "query", "fits"),
    [
        ("US", "us", False),
        ("US", "Us", False),
        ("US", "the U.S.", True),
        ("WHO", "Who", False),
        ("NATO", "Nato", True),
        ("NATO", "nato", False),
        ("Polish", "polish", False),
        ("Polish", "POLISH", True),
        ("Al-Qaeda", "al-Qaeda", True),
        ("the States", "the states", False),
        ("the States", "The States", True),
        ("general staff", "General Staff", True),
        ("general staff", "general staff", True),
    ],
)
def test_capitals_tell_a_name_from_a_word(name, query, fits):
    assert case_fits(name, query) is fits
