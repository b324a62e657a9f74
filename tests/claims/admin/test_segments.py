"""Cutting a text at its marks: nothing is lost, nothing is marked that is not, at any cost."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.admin.segments import Mark, paragraphs, part_of, parts, segments

# Lines, marks over line ends, scripts of both directions, emoji made of several code points.
TEXTS = st.text(st.sampled_from("ab \n\r\u2028é\u0301שלЖ🏳\ufe0f<&"), max_size=60)


@st.composite
def marked(draw):
    """A text, where it begins in a longer one, and marks anywhere, also outside of it."""
    text = draw(TEXTS)
    offset = draw(st.integers(0, 20))
    places = st.tuples(st.integers(-5, 90), st.integers(-5, 90))
    found = draw(st.lists(places, max_size=8))
    kinds = st.sampled_from(["quote", "cue"])
    marks = [Mark(a, b, number, draw(kinds)) for number, (a, b) in enumerate(found)]
    return text, offset, marks


@given(marked())
def test_segments_put_together_are_the_text_and_marked_where_the_marks_are(given_text):
    text, offset, marks = given_text

    found = list(segments(text, marks, offset=offset))

    assert "".join(segment.text for segment in found) == text
    over = [segment.over for segment in found for _ in segment.text]
    for place in range(len(text)):
        at = place + offset
        assert set(over[place]) == {mark for mark in marks if mark.start <= at < mark.end}
        assert len(over[place]) == len(set(over[place]))


@given(marked())
def test_a_mark_begins_and_ends_once_where_it_does_in_the_text(given_text):
    text, offset, marks = given_text
    found = list(segments(text, marks, offset=offset))
    real = [mark for mark in marks if mark.start < mark.end]

    begun = [mark for segment in found for mark in segment.begins]
    ended = [mark for segment in found for mark in segment.ends]

    size = len(text)
    assert sorted(begun, key=lambda mark: mark.key) == [
        mark for mark in real if 0 <= mark.start - offset < size
    ]
    assert sorted(ended, key=lambda mark: mark.key) == [
        mark for mark in real if 0 < mark.end - offset <= size
    ]


@given(marked())
def test_lines_are_kept_and_every_mark_with_words_begins_in_one(given_text):
    text, offset, marks = given_text
    found = list(segments(text, marks, offset=offset))

    lines = paragraphs(found)

    assert "\n".join("".join(piece.text for piece in line) for line in lines) == text
    pieces = [piece for line in lines for piece in line]
    begun = [mark for piece in pieces for mark in piece.begins]
    assert len(begun) == len(set(begun))
    wordy = {m for s in found for m in s.begins if text[m.start - offset : m.end - offset].strip()}
    assert wordy <= set(begun)


def test_nested_and_crossing_marks_are_cut_at_every_edge():
    outer, inner, crossing = Mark(0, 9, 1), Mark(2, 4, 2), Mark(3, 12, 3)

    found = list(segments("abcdefghijklmn", [outer, inner, crossing]))

    assert [(s.text, [mark.key for mark in s.over]) for s in found] == [
        ("ab", [1]), ("c", [1, 2]), ("d", [1, 2, 3]), ("efghi", [1, 3]), ("jkl", [3]), ("mn", []),
    ]  # fmt: skip


@given(TEXTS, st.integers(1, 25))
def test_parts_follow_one_another_and_none_is_too_long(text, size):
    found = parts(text, size)

    assert "".join(text[start:end] for start, end in found) == text
    assert all(end - start <= size for start, end in found)
    for place in range(len(text)):
        start, end = found[part_of(found, place)]
        assert start <= place < end


@pytest.mark.parametrize(("place", "number"), [(0, 0), (5, 0), (6, 1), (11, 1), (99, 1)])
def test_a_long_text_is_cut_after_a_line(place, number):
    cuts = parts("first\nsecond", 8)

    assert cuts == [(0, 6), (6, 12)]
    assert part_of(cuts, place) == number


def test_the_longest_text_is_cut_at_once():
    text = "Word after word. " * 15_000
    marks = [Mark(start, start + 120, start) for start in range(0, len(text), 800)]
    began = time.perf_counter()

    found = paragraphs(segments(text, marks))

    assert sum(len(piece.begins) for line in found for piece in line) == len(marks)
    assert time.perf_counter() - began < 1
