from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.reading.attributions import find_attributions
from claims.reading.chrome import prose
from claims.reading.tagging import proposed, tag, tagger
from claims.reading.tagging.tagger import find_candidates


def tagged(text):
    sentences = prose(text)
    return tag(sentences, [find_attributions(sentence) for sentence in sentences])


def spoken(text):
    """Who is made to say what, in order, the parts of one content joined by " ... "."""
    found = []
    for one in tagged(text):
        spans = one.spans
        parts = [text[a:b] for a, b in spans.parts or [spans.content]]
        speaker = text[slice(*spans.speaker)].rstrip(",") if spans.speaker else None
        found.append((speaker, " ... ".join(parts)))
    return found


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "Ada Kern said on Monday that the old mill would close.",
            "Ada Kern",
            "that the old mill would close",
        ),
        (
            "According to the police, two men broke into the mill.",
            "the police",
            "two men broke into the mill",
        ),
        (
            "A new poll shows that most voters want a new bridge.",
            "A new poll",
            "that most voters want a new bridge",
        ),
        (
            "“The mill burns,” said Ada Kern, “and nobody comes.” “We wait.” It rained later.",
            "Ada Kern",
            "“The mill burns,” ... “and nobody comes.” “We wait.”",
        ),
    ],
)
def test_who_says_what_is_found(text, speaker, content):
    assert spoken(text) == [(speaker, content)]


def test_each_speaker_stays_with_his_cue():
    text = (
        "The senator believes that the law would pass, and he has told his aides that it should. "
        "The mayor accused the millers of hiding the fire, adding that nobody had called for help."
    )

    assert spoken(text) == [
        ("The senator", "that the law would pass"),
        ("he", "that it should"),
        ("The mayor", "the millers of hiding the fire"),
        ("The mayor", "that nobody had called for help"),
    ]


def test_where_nobody_speaks_nothing_is_found():
    assert tagged("The rain fell on the mill. He drove home and made tea.") == []


def test_what_no_rule_reads_is_proposed_once():
    sentences = prose("Ada Kern mused that the old mill would have to close.")
    rules = [find_attributions(sentence) for sentence in sentences]
    found = tag(sentences, rules)

    assert rules == [[]]
    ((one,),) = proposed(found, rules)
    words = [sentences[0].tokens[at].text for at in range(*one.content)]
    assert (one.speaker, " ".join(words)) == ((0, 2), "the old mill would have to close")
    assert proposed(found, [[one]]) == [[one]]


def test_what_nobody_said_is_proposed_as_such():
    sentences = prose("Ada Kern has not mused that the old mill would have to close.")

    found = proposed(tag(sentences, [[]]), [[]])

    assert [one.negated for own in found for one in own] == [True]


def test_of_a_sentence_made_of_cues_only_the_likeliest_are_looked_at(monkeypatch):
    sentences = prose("Ada said that he wrote that she told them that they knew that it rained.")
    rules = [find_attributions(sentence) for sentence in sentences]
    scorer = tagger._scorer()
    every = find_candidates(scorer, sentences, rules, possible=0.0)

    monkeypatch.setattr(tagger, "MOST", 2)
    found = find_candidates(scorer, sentences, rules, possible=0.0)

    likeliest = sorted(every, key=lambda one: -one.chance)[:2]
    assert len(every) > 2
    assert [one.at for one in found] == sorted(one.at for one in likeliest)


PIECES = (
    "Ada",
    "said",
    "that",
    "it",
    "“",
    "”",
    '"',
    ",",
    ".",
    "?",
    ":",
    "the mill",
    "\n\n",
    "9",
    "—",
)


@given(
    st.lists(st.sampled_from([*PIECES, "\U0001f525", "Київ"]) | st.text(max_size=4), max_size=40)
)
@settings(max_examples=150, deadline=None)
def test_any_text_is_tagged_within_its_sentences_and_twice_the_same(pieces):
    text = " ".join(pieces)

    found = tagged(text)

    assert [one.spans for one in tagged(text)] == [one.spans for one in found]
    for one in found:
        parts = one.spans.parts or (one.spans.content,)
        assert (parts[0][0], parts[-1][1]) == one.spans.content
        assert all(text[a:b].strip() == text[a:b] != "" for a, b in parts)
        assert all(a[1] < b[0] for a, b in pairwise(parts))
