"""Finding selected and pasted words in a text: by code points, whatever the text is made of."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claims.finding import CASE, MARKS, SPACING, find, place_of, same, trimmed

TEXT = (
    "“We saw 😀 nothing”, the mayor\u00a0of Orsa said.\n"
    "The weir — she\u00adsaid — was shut. ``It was not,'' a farmer said. We saw nothing of him."
)
ANY = st.text(st.sampled_from("aAbß ﬁ\u00a0\n\u2028😀é\u0301“”\"'’«»-–\u00ad…."), max_size=40)


@pytest.mark.parametrize(
    ("words", "exact", "bent"),
    [
        ("We saw 😀 nothing", ["We saw 😀 nothing"], ""),
        ("  We saw nothing\n", ["We saw nothing"], ""),
        ("the mayor of\r\nOrsa", ["the mayor\u00a0of Orsa"], SPACING),
        ('"We saw 😀 nothing", the mayor', ["“We saw 😀 nothing”, the mayor"], MARKS),
        ("weir - she said - was shut", [], ""),
        ("weir – shesaid – was shut", ["weir — she\u00adsaid — was shut"], MARKS),
        ('"It was not," a farmer', ["``It was not,'' a farmer"], MARKS),
        ("«was shut»", ["was shut"], MARKS),
        ("THE WEIR", ["The weir"], CASE),
        ("…we saw", ["We saw", "We saw"], CASE),
        ("nobody said so", [], ""),
        (" \n", [], ""),
        ("”", ["”"], ""),
    ],
)
def test_words_are_found_as_they_are_and_then_with_less_care(words, exact, bent):
    found = find(TEXT, words)

    assert [TEXT[start:end] for start, end in found.places] == exact
    assert found.bent == bent


def test_all_places_are_offered_but_no_endless_list():
    assert find("no, no and no", "no").places == ((0, 2), (4, 6), (11, 13))
    assert len(find("no " * 1000, "no").places) == 50


@given(ANY, st.data())
def test_any_selection_of_any_text_is_found_where_it_was_made(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    place = trimmed(text, start, end)
    assume(place is not None)

    assert text[slice(*place)] == text[start:end].strip()
    assert (
        place in find(text, text[start:end]).places or len(find(text, text[start:end]).places) == 50
    )
    assert place_of(text, start, end, text[start:end].replace("\n", "\r\n")) == place


@given(ANY, st.data())
def test_words_whose_white_space_was_changed_are_found_again(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assume(text[start:end].strip())
    pasted = " \n ".join(text[start:end].split())

    places = find(text, pasted).places

    assert places
    assert all(same(text[slice(*place)], pasted) for place in places)


def test_a_place_that_does_not_hold_the_words_seen_is_mended_or_refused():
    assert place_of("one two one", 7, 10, "one") == (8, 11)
    assert place_of("one two one", 0, 3, "two") == (4, 7)
    assert place_of("one two one", 0, 3, "three") is None
    assert place_of("one", -5, 99, "one") == (0, 3)
    assert trimmed(" \n ", 0, 3) is None
