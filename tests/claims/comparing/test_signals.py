from hypothesis import given
from hypothesis import strategies as st

from claims.comparing.alignment import align, read, stem
from claims.comparing.signals import clashing, in_order, negated, parting_signals, prefixed

WORDS = [
    "Arland",
    "not",
    "took",
    "lost",
    "the",
    "town",
    "70",
    "three",
    "hoax",
    "unlawful",
    "lawful",
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


def test_a_negation_reaches_the_words_after_it():
    assert negated(read("The army did not fire on the crowd.")) == {stem("fire"), stem("crowd")}
    assert negated(read("He refused to sign the long treaty with Borvia.")) == {
        stem("refused"), stem("sign"), stem("long"),
    }  # fmt: skip


def test_what_one_text_negates_and_the_other_has_clashes():
    assert clashing(align("Nobody was hurt.", "Two men were hurt.")) == {stem("hurt")}
    assert clashing(align("Nobody was hurt.", "Nobody was hurt there.")) == set()


def test_a_word_with_and_without_its_prefix_is_found():
    assert prefixed(align("The raid was unlawful.", "The raid was lawful.")) == [
        (stem("unlawful"), stem("lawful"))
    ]


def test_words_are_counted_as_far_as_they_stand_in_one_order():
    assert in_order(("a", "b", "c"), ["a", "x", "b", "c"]) == 3
    assert in_order(("a", "b", "c"), ["c", "b", "a"]) == 1
    assert in_order(("a", "a"), ["a"]) == 1


@given(TEXTS, TEXTS)
def test_the_signals_are_the_same_in_either_order(one, other):
    assert parting_signals(align(one, other)) == parting_signals(align(other, one))
