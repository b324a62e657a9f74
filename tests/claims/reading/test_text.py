import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reading.text import blocks, sentences, tokens_of


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for block in blocks(text) for s in sentences(block)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell. It rose.", ["It fell.", "It rose."]),
        ("Mr. Ode met Gov. Lund. He left.", ["Mr. Ode met Gov. Lund.", "He left."]),
        ("The U.S. envoy J. Ode spoke. She left.", ["The U.S. envoy J. Ode spoke.", "She left."]),
        ("“Go.” She went.", ["“Go.”", "She went."]),
        ("“Are you in?” he asked. Yes.", ["“Are you in?” he asked.", "Yes."]),
        ("At 5.30 it rained. Then 1,300 left.", ["At 5.30 it rained.", "Then 1,300 left."]),
        ("Headline\n\nBody text.", ["Headline", "Body text."]),
        ("One line\nthat goes on.", ["One line\nthat goes on."]),
        ("Первое. Второе.", ["Первое.", "Второе."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, expected):
    assert split(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland's plan", ["Norland", "'s", "plan"]),
        ("Norland’s plan", ["Norland", "’s", "plan"]),
        ("US-built tanks", ["US-built", "tanks"]),
        ("the U.S. said", ["the", "U.S.", "said"]),
        ("70% of 1,300", ["70", "%", "of", "1,300"]),
    ],
)
def test_tokens_are_words_numbers_and_signs(text, expected):
    assert [token.text for token in tokens_of(text)] == expected


def test_words_in_quotation_marks_know_it():
    tokens = tokens_of("She said “we won’t go” and left")
    assert [t.text for t in tokens if t.quoted] == ["“", "we", "won’t", "go", "”"]


def test_a_sentence_without_end_is_cut():
    (block,) = blocks("word " * 2000)
    assert max(len(s.tokens) for s in sentences(block)) <= 251


@given(st.text())
def test_every_token_slices_to_its_text(text):
    for block in blocks(text):
        assert text[block.start : block.end] == block.text
        for sentence in sentences(block):
            assert all(text[t.start : t.end] == t.text for t in sentence.tokens)


@given(st.text(alphabet="Ab1 .,'’\"“”()\n-?", max_size=80))
def test_sentences_cover_all_tokens_in_order(text):
    for block in blocks(text):
        tokens = [t for s in sentences(block) for t in s.tokens]
        assert tokens == tokens_of(block.text, block.start)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It fell at 3:05 a.m. Mir did not say why.", 2),
        ("It fell at 9 p.m. Monday in Mir.", 1),
        ("It was 5 a.m. Nortown time (0200 GMT).", 1),
        ("It was 5 a.m. GMT.", 1),
        ("They came from the U.S. The army left.", 2),
        ("The U.S. State Department said so.", 1),
        ("The U.S. Army said so.", 1),
        ("He lives in D.C. Nobody asked.", 2),
        ("A U.N. envoy, J.P. Lis, spoke.", 1),
    ],
)
def test_a_word_with_dots_of_its_own_may_end_a_sentence(text, count):
    assert len([s for block in blocks(text) for s in sentences(block)]) == count
