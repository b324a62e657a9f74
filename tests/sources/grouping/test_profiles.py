import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.grouping.profiles import profile
from sources.grouping.vectors import Frequencies
from sources.grouping.words import background, stem


def test_a_profile_has_names_figures_and_dates_apart():
    seen = profile(
        "Quake Near Vostra Kills 12",
        "A quake of magnitude 6.1 struck near Vostra on 4 May 2031. It may strike again. Of 1,200 "
        "houses 3 stand. Premier Ilka Dorn came on May 6.",
    )

    assert {"vostra", "ilka", "dorn"} <= seen.names
    assert not {"quake", "house", "kill", "may"} & seen.names
    assert seen.figures == {"12", "6.1", "1200"}
    assert seen.dates == {(5, 4), (5, 6)}
    assert seen.years == seen.lead_years == {"2031"}


def test_a_date_is_one_however_it_is_written():
    written = ["May 16, 2031", "16 May 2031", "16th May 2031", "2031-05-16", "16.05.2031",
               "05 / 16 / 2031"]  # fmt: skip
    found = [profile("", f"Opened on {one}.") for one in written]

    assert len({(one.dates, one.days, one.years, one.figures) for one in found}) == 1
    assert found[0].dates == {(5, 16)}
    assert not found[0].figures


def test_a_title_repeated_in_the_text_counts_once():
    assert profile("Storm hits Vostra", "Storm hits Vostra. Roofs flew.") == profile(
        "", "Storm hits Vostra. Roofs flew."
    )


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("floods", "flood"),
        ("flooded", "flood"),
        ("parties", "party"),
        ("minister's", "minister"),
        ("red", "red"),
    ],
)
def test_forms_of_a_word_are_one(word, form):
    assert stem(word) == form


def test_the_background_knows_common_words_and_names():
    known = background()

    assert known["president"][0] > known["earthquake"][0] > 0
    assert known["washington"][1] > 0.9
    assert known["water"][1] < 0.1


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_texts_can_be_compared(left, right):
    frequencies = Frequencies()
    first, second = (frequencies.vector(profile("", text)) for text in (left, right))

    assert -1e-9 <= first.likeness(second) <= 1 + 1e-9
    assert first.likeness(second) == pytest.approx(second.likeness(first))
