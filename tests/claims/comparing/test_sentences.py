import pytest

from claims.choices import Stance, Topic
from claims.comparing import compare
from claims.comparing.sentences import LONGEST_QUOTE, named, quoted, telling, with_doer
from tests.claims.comparing.builders import (
    ARLAND,
    ARLAND_ARMY,
    BORVIA,
    GREY_WOLVES,
    claim,
    did_it,
    no_part,
    party,
)

LOM = party("~Ada Lom", "Ada Lom")


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
            "Arland: “has nothing to do with it”",
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
            "Officials said “the bridge was hit”",
        ),
        (
            other("the bridge was hit", claimant=None, claimant_text="the same"),
            "An unnamed source said “the bridge was hit”",
        ),
        (
            other("The army put the toll at nine", claimant=ARLAND_ARMY),
            "Arland's army put “the toll at nine”",
        ),
        (
            other("He described a rising of the poor", claimant=ARLAND),
            "Arland described “a rising of the poor”",
        ),
        (
            other("The coastguard put the toll at nine"),
            "Arland said “The coastguard put the toll at nine”",
        ),
        (
            other("Ada Lom, its minister, accuses Borvia of theft", claimant=LOM),
            "Ada Lom accuses “Borvia of theft”",
        ),
        (
            other("Borvia, says its minister, had nothing to do with it"),
            "Arland: “Borvia, says its minister, had nothing to do with it”",
        ),
        (other("later of a hostile unit"), "Arland spoke of “a hostile unit”"),
        (other("had entered the town"), "Arland: “had entered the town”"),
        (other("killing at least nine"), "Arland: “killing at least nine”"),
        (other("fighting was going on"), "Arland said “fighting was going on”"),
        (
            other("Those in charge speak of ten dead", claimant=None),
            "A report that names no source: “Those in charge speak of ten dead”",
        ),
        (
            other("The Wolves, who took responsibility for it", claimant=GREY_WOLVES),
            "Grey Wolves: “The Wolves, who took responsibility for it”",
        ),
        (no_part(ARLAND, ARLAND, words="Arland denied it."), "Arland “denied it”"),
        (other("ten wounded"), "Arland spoke of “ten wounded”"),
        (other("Arland blamed Borvia"), "Arland “blamed Borvia”"),
        (
            other(
                "The raiders, its officials maintain, were locals",
                claimant=None,
                claimant_text="its officials",
            ),
            "Officials: “The raiders, its officials maintain, were locals”",
        ),
        (
            other("reports that the town was emptied were untrue"),
            "Arland: “reports that the town was emptied were untrue”",
        ),
    ],
)
def test_a_side_is_told_with_a_verb_that_fits_its_words(statement, words):
    assert telling(statement) == words


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Free Army", "the Free Army"),
        ("Freedom of Arland Legion", "the Freedom of Arland Legion"),
        ("Arland", "Arland"),
        ("Ada Lom", "Ada Lom"),
        ("dockers' union", "the dockers' union"),
        ("a unit of its army", "a unit of its army"),
        ("Observers from the north", "observers from the north"),
        ("Valdor's party", "Valdor's party"),
    ],
)
def test_a_name_has_the_article_that_news_gives_it(name, shown):
    assert named(party(f"~{name}", name)) == shown


@pytest.mark.parametrize(
    ("claimant", "doer", "words", "shown"),
    [
        (ARLAND, BORVIA, "it was behind the raid", "it [Borvia] was behind the raid"),
        (ARLAND, BORVIA, "They had shelled the pier", "They [Borvia] had shelled the pier"),
        (ARLAND, GREY_WOLVES, "it set off the charge", "it [Grey Wolves] set off the charge"),
        (BORVIA, BORVIA, "it was not behind the raid", "it was not behind the raid"),
        (ARLAND_ARMY, ARLAND, "it was behind the raid", "it was behind the raid"),
        (ARLAND, BORVIA, "it was a Borvian raid", "it was a Borvian raid"),
        (ARLAND, BORVIA, "it was likely their work", "it was likely their work"),
        (None, BORVIA, "it was behind the raid", "it was behind the raid"),
    ],
)
def test_who_it_is_stands_in_brackets_where_it_is_not_the_speaker(claimant, doer, words, shown):
    assert with_doer(did_it(claimant, doer), words) == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("it beat the “invaders”", "it beat the ‘invaders’"),
        ("an ‘inner matter” of theirs", "an ‘inner matter of theirs"),
        ("“we hold the town”.", "we hold the town"),
        ("the “special” force", "the ‘special’ force"),
        ("two\n  lines", "two lines"),
        ("but nobody came", "nobody came"),
        ("that nobody was hurt", "nobody was hurt"),
        ("that account", "that account"),
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
