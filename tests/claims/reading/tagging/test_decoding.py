import pytest

from claims.reading.tagging.decoding import best_run, cue_range, decode
from claims.reading.tagging.prepared import prepare
from claims.reading.tagging.words import Vocabulary
from claims.reading.text import blocks, sentences

NO_WORDS = Vocabulary({}, {})
ROLES = {
    "o": (1.0, 0.0, 0.0, 0.0),
    "s": (0.0, 1.0, 0.0, 0.0),
    "c": (0.0, 0.0, 1.0, 0.0),
    "q": (0.0, 0.0, 0.0, 1.0),
    "d": (0.8, 0.0, 0.2, 0.0),  # content, but doubtfully
    "t": (0.9, 0.1, 0.0, 0.0),  # speaker, but doubtfully
    "b": (0.0, 0.45, 0.55, 0.0),  # both
}


def decoded(text, at, roles):
    (sentence,) = sentences(blocks(text)[0])
    prepared = prepare(sentence, [], NO_WORDS)
    return decode(prepared, 0, at, 0.9, [ROLES[role] for role in roles])


@pytest.mark.parametrize(
    ("likely", "price", "wanted"),
    [
        ([0.9, 0.9, 0.1], 0.4, (0, 2)),
        ([0.1, 0.9, 0.3, 0.9], 0.4, (1, 4)),  # a small gap costs less than it joins
        ([0.9, 0.0, 0.0, 0.9, 0.9], 0.4, (3, 5)),
        ([0.1, 0.2], 0.4, (0, 0)),
        ([], 0.4, (0, 0)),
    ],
)
def test_the_stretch_with_the_greatest_gain_is_found(likely, price, wanted):
    assert best_run(likely, [1] * len(likely), price, (0, len(likely)))[1] == wanted


@pytest.mark.parametrize(
    ("roles", "content", "speaker"),
    [
        ("sqccc", ((2, 5),), (0, 1)),
        ("sqddd", ((2, 5),), (0, 1)),  # something is said all the same
        ("sqooo", (), (0, 1)),
        ("cqsoc", ((0, 1), (4, 5)), (2, 3)),
        ("tqccc", ((2, 5),), (0, 1)),
        ("oqccc", ((2, 5),), None),
        ("bqccc", ((0, 1), (2, 5)), None),  # what is said is nobody who says it
    ],
)
def test_content_and_speaker_are_the_likeliest_stretches(roles, content, speaker):
    found = decoded("Ada said it was so", 1, roles)

    assert (found.content, found.speaker) == (content, speaker)


def test_a_cue_has_the_words_beside_its_head_that_belong_to_it():
    found = decoded("Ada has made clear it", 2, "sqqqc")

    assert cue_range(found) == (1, 4)
