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
        ("İstanbul", "istanbul"),
        ("ΣΊΣΥΦΟΣ", "Σίσυφος"),
        ("𝕭𝔢𝔯𝔩𝔦𝔫", "Berlin"),
        ("Oﬃce of Ｄｅｆｅｎｓｅ", "office of defence"),
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


LETTERS = st.characters(exclude_categories=["Cs"])
# What one look at any character seldom puts side by side: marks, and letters that change.
ODD = st.sampled_from("Ии\u0306\u0308\u0301\u0345\u0323Её𝕬ﬃĲǅẞİıΣςΆᾳK´.’-& ")


@example("defen.se")
@example("the the Hague")
@example("и\u0345\u0306")
@given(st.text(LETTERS | ODD, max_size=30))
def test_a_folded_name_is_its_own_fold(text):
    once = fold(text)

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
