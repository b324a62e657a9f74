import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.pages.context import Piece, excerpt

TEXT = (
    "One came first. Two was next. Three stood near. The ministry said that 70 men were killed. "
    "Five is near. Six is next. Seven is far.\n\nA new paragraph."
)
WORDS = "70 men were killed"
START = TEXT.index(WORDS)
END = START + len(WORDS)


def test_two_sentences_stand_on_each_side_and_the_cuts_are_marked():
    pieces = excerpt(TEXT, START, END)

    assert "".join(piece.text for piece in pieces) == (
        "… Two was next. Three stood near. The ministry said that 70 men were killed. "
        "Five is near. Six is next. …"
    )
    assert [piece.text for piece in pieces if piece.role == "words"] == [WORDS]


def test_the_cue_is_marked_apart_from_the_words():
    at = TEXT.index("said")

    pieces = excerpt(TEXT, START, END, (at, at + 4))

    assert Piece("said", "cue") in pieces
    assert Piece(WORDS, "words") in pieces


@pytest.mark.parametrize("cue", [(START + 3, START + 6), (0, 3), (9000, 9004), (5, 5)])
def test_a_cue_inside_the_words_or_out_of_sight_is_left_out(cue):
    assert "cue" not in {piece.role for piece in excerpt(TEXT, START, END, cue)}


def test_a_text_taken_down_has_no_context():
    assert excerpt("", 5, 9) == []


def test_endless_sentences_are_cut():
    text = "word " * 5000 + "the words" + " more" * 5000

    shown = "".join(piece.text for piece in excerpt(text, 25000, 25009))

    assert len(shown) <= 2 * 600 + 9 + 4


@given(st.text(max_size=300), st.data())
def test_whatever_the_text_the_pieces_are_a_slice_of_it_around_the_words(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    pieces = excerpt(text, start, end)

    if start == end:
        assert pieces == []
        return
    assert [p.text for p in pieces if p.role == "words"] == [text[start:end]]
    body = pieces[1:] if pieces[0].text == "… " and pieces[0].role == "" else pieces
    joined = "".join(piece.text for piece in body).removesuffix(" …")
    assert joined in text or "".join(piece.text for piece in pieces).removesuffix(" …") in text
