"""The floor for telling copies from look-alikes, on a set made from our own articles."""

from collections.abc import Iterable

import pytest

from sources.grouping.originals import Originals
from sources.origins import is_same_origin
from tests.sources.near_copies import look_alikes, near_copies, reports

COPIED = list(near_copies())
ALIKE = list(look_alikes())
FLOOR = 0.95


def one_origin(pair: tuple[str, str]) -> bool:
    """Whether the second is found to copy the first, by the index, among all our reports."""
    originals = Originals()
    first, second = (originals.add(text) for text in pair)
    return first == second


def f1(found: Iterable[bool], false: Iterable[bool]) -> float:
    right, missed, wrong = 0, 0, sum(false)
    for copy in found:
        right, missed = right + copy, missed + (not copy)
    return 2 * right / (2 * right + missed + wrong)


def test_the_set_is_as_large_as_it_should_be():
    assert len({pair for _, pair in COPIED}) >= 60 <= len({pair for _, pair in ALIKE})


def test_copies_are_told_from_look_alikes_word_for_word():
    copies = [is_same_origin(*pair) for _, pair in COPIED]
    others = [is_same_origin(*pair) for _, pair in ALIKE]

    assert f1(copies, others) >= FLOOR


def test_copies_are_told_from_look_alikes_by_the_index():
    assert (
        f1([one_origin(pair) for _, pair in COPIED], [one_origin(pair) for _, pair in ALIKE])
        >= FLOOR
    )


@pytest.mark.parametrize("kind", sorted({kind for kind, _ in COPIED}))
def test_no_kind_of_copy_is_lost(kind):
    copies = [is_same_origin(*pair) for made, pair in COPIED if made == kind]

    assert sum(copies) / len(copies) >= FLOOR


def test_five_articles_two_origins():
    ours = reports()
    first = [ours[0], *(pair[1] for kind, pair in COPIED if pair[0] == ours[0])][:4]
    originals = Originals()

    assert [originals.add(text) for text in [*first, ours[5]]] == [0, 0, 0, 0, 4]
