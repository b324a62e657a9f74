"""Numbers, colours and classes of a marked text, on plain values."""

import pytest

from claims.admin.reading_text import Numbering, Place, lines, share_marked, sure
from claims.admin.segments import Mark
from claims.choices import Review


def place(quote, claim, review="proposed", confidence=0.9):
    return Place(quote, 0, 5, claim, Review(review), confidence)


def test_claims_are_numbered_in_text_order_and_later_places_of_one_get_letters():
    places = [place(10, 7), place(11, 5), place(12, 7), place(13, 7)]
    numbering = Numbering(places)

    assert [label.number for label in numbering.labels.values()] == ["1", "2", "1b", "1c"]
    of_claims = numbering.of_claims(places[1:])
    assert {claim: [label.quote for label in found] for claim, found in of_claims.items()} == {
        5: [11], 7: [12, 13],
    }  # fmt: skip


def test_a_claim_told_thirty_times_has_thirty_different_labels():
    numbering = Numbering([place(number, 7) for number in range(30)])

    numbers = [label.number for label in numbering.labels.values()]
    assert len(set(numbers)) == 30
    assert numbers[25:27] == ["1z", "1.27"]


def test_states_count_claims_not_places():
    numbering = Numbering([place(1, 7), place(2, 7), place(3, 8, "rejected")])

    assert numbering.tally() == {
        "proposed": 1, "published": 0, "rejected": 1, "merged": 0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("confidence", "level", "words"),
    [
        (0.95, "high", "confidence 0.95, high"),
        (0.8, "high", "confidence 0.80, high"),
        (0.65, "medium", "confidence 0.65, medium"),
        (0.45, "low", "confidence 0.45, low"),
        (0.0, "low", "confidence 0.00, low"),
        (None, "person", "logged by a person"),
    ],
)
def test_confidence_has_a_level_and_words(confidence, level, words):
    assert (sure(confidence).level, sure(confidence).words) == (level, words)


def test_on_shared_words_the_claim_that_waits_gives_the_colour():
    places = [place(1, 1, "rejected"), place(2, 2, "proposed", confidence=0.5)]

    [[piece, rest]] = lines("told twice", [Mark(0, 4, 1), Mark(0, 4, 2)], Numbering(places).labels)

    assert piece.classes == "proposed sure-low several ends"
    assert [label.words for label in piece.labels] == [
        "Claim 1, rejected, confidence 0.90, high",
        "Claim 2, proposed, confidence 0.50, low",
    ]
    assert (rest.text, rest.classes, rest.quoted) == (" twice", "", False)


def test_a_mark_over_two_lines_is_labelled_once():
    labels = Numbering([place(1, 1)]).labels

    found = lines("one\n\ntwo three", [Mark(0, 8, 1)], labels)

    assert [[(p.text, p.quoted, len(p.labels)) for p in line] for line in found] == [
        [("one", True, 1)], [], [("two", True, 0), (" three", False, 0)],
    ]  # fmt: skip
    assert share_marked(found) == 50


def test_speaker_cue_and_the_outlets_own_words_are_marked_apart():
    marks = [Mark(0, 3, 1, "speaker"), Mark(4, 8, 1, "cue"), Mark(9, 12, 1, "outlet")]

    [found] = lines("She said not.", marks, {})

    assert [(p.text, p.classes, p.quoted) for p in found if p.text.strip(" .")] == [
        ("She", "speaker", False), ("said", "cue", False), ("not", "outlet", False),
    ]  # fmt: skip
    assert [p.statements for p in found if p.statements] == [(1,)]
    assert share_marked([]) == 0
