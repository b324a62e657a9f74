import pytest

from claims.choices import Stance, Topic
from claims.comparing import compare
from claims.comparing.sentences import LONGEST_QUOTE, quoted, telling
from tests.claims.comparing.builders import ARLAND, BORVIA, GREY_WOLVES, claim, did_it, no_part


def other(words, **given):
    return claim(Topic.OTHER, given.pop("claimant", ARLAND), words=words, **given)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (other("seven men were killed"), "Arland said “seven men were killed”"),
        (other("heavy losses"), "Arland spoke of “heavy losses”"),
        (
            did_it(ARLAND, BORVIA, words="a hostile unit"),
            "Arland attributed it to “a hostile unit”",
        ),
        (did_it(ARLAND, ARLAND, words="the operation"), "Arland claimed “the operation”"),
        (no_part(ARLAND, ARLAND, words="any part in it"), "Arland denied “any part in it”"),
        (
            no_part(ARLAND, ARLAND, words="its troops were there"),
            "Arland denied that “its troops were there”",
        ),
        (
            no_part(ARLAND, ARLAND, words="has nothing to do with it"),
            "Arland said “has nothing to do with it”",
        ),
        (
            no_part(ARLAND, ARLAND, words="though Arland denies any part"),
            "Arland denies “any part”",
        ),
        (
            no_part(ARLAND, ARLAND, words="“Any part in it”, Arland denied"),
            "Arland: “‘Any part in it’, Arland denied”",
        ),
        (
            did_it(ARLAND, BORVIA, words="The ministry attributed the raid to a “hostile unit”"),
            "Arland attributed “the raid to a ‘hostile unit’”",
        ),
        (
            other("it was never said that seven men died"),
            "Arland: “it was never said that seven men died”",
        ),
        (other("calls it an uprising"), "Arland “calls it an uprising”"),
        (other("Міст зруйновано"), "Arland: “Міст зруйновано”"),
        (no_part(ARLAND, ARLAND, words="Ми не були там"), "Arland: “Ми не були там”"),
        (
            no_part(ARLAND, ARLAND, words="участь у нападі"),
            "Arland, denying it: “участь у нападі”",
        ),
        (other("the reports", stance=Stance.DOUBTS), "Arland doubted “the reports”"),
        (
            other("the photos are real", stance=Stance.DOUBTS),
            "Arland doubted that “the photos are real”",
        ),
        (
            other("the bridge was hit", claimant=None),
            "A report that names no source said “the bridge was hit”",
        ),
        (
            other("the bridge was hit", claimant=None, claimant_text="officials"),
            "An unnamed source (“officials”) said “the bridge was hit”",
        ),
    ],
)
def test_a_side_is_told_with_a_verb_that_fits_its_words(statement, words):
    assert telling(statement) == words


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("it beat the “invaders”", "it beat the ‘invaders’"),
        ("an ‘inner matter” of theirs", "an ‘inner matter of theirs"),
        ("“we hold the town”.", "we hold the town"),
        ("the “special” force", "the ‘special’ force"),
        ("two\n  lines", "two lines"),
        ("but nobody came", "nobody came"),
        ("", ""),
    ],
)
def test_a_quote_loses_its_outer_marks_and_keeps_its_words(words, shown):
    assert quoted(words) == shown


def test_a_long_quote_is_cut_at_the_end_of_a_word():
    shown = quoted("word " * 100)

    assert shown.endswith("word …")
    assert len(shown) <= LONGEST_QUOTE + 2


def test_an_unnamed_second_side_goes_on_in_lower_case():
    denied = no_part(None, BORVIA, words="any part of Borvia")

    assert "; a report that names no source denied “any part of Borvia”. Of one event" in (
        compare(did_it(GREY_WOLVES, BORVIA), denied).reason
    )
