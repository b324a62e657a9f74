"""Cues that are more than a word."""

import pytest

from claims.choices import Modality, Stance
from tests.claims.reading.readers import claims, only_claim
from tests.claims.reading.test_attributions import attributions


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        (
            "A team of engineers finds it “highly likely” so far that the dam burst.",
            "A team of engineers",
            "finds it “highly likely”",
            "the dam burst",
        ),
        ("The court held it proven that he fired.", "The court", "held it proven", "he fired"),
        ("In Nortown's version, the rebels fired.", "Nortown", "In Nortown's version", "the rebels fired"),
        (
            "The boat sank at noon, by the union's own count.",
            "the union",
            "by the union's own count",
            "The boat sank at noon",
        ),
        (
            "In the ministry's account of events the boat sank.",
            "the ministry",
            "In the ministry's account of events",
            "the boat sank",
        ),
        ("By the count of the union, 40 died.", "the union", "By the count of", "40 died"),
        ("Police gave a figure of 29 dead.", "Police", "gave a figure", "a figure of 29 dead"),
        (
            "Officials put the number of dead at no fewer than 12.",
            "Officials",
            "put the number",
            "the number of dead at no fewer than 12",
        ),
        ("The mayor set the cost at 3 million.", "The mayor", "set the cost", "the cost at 3 million"),
        (
            "The union's tally stands at 40 dead.",
            "The union",
            "tally",
            "tally stands at 40 dead",
        ),
        (
            "The agency's assessment is that the dam burst.",
            "The agency",
            "assessment is",
            "the dam burst",
        ),
        (
            "The account given by the mayor is that guards fired.",
            "the mayor",
            "account given by the mayor is",
            "guards fired",
        ),
        ("Sutown answers by accusing Norland of arson.", "Sutown", "accusing", "Norland of arson"),
        (
            "The driver defended himself by saying that it was dark.",
            "The driver",
            "saying",
            "it was dark",
        ),
        (
            "Nortown holds the pilots responsible for the crash.",
            "Nortown",
            "holds",
            "the pilots responsible for the crash",
        ),
        ("Radar data showed that the plane turned.", "Radar data", "showed", "the plane turned"),
        (
            "The agency quoted the minister as saying the dam burst.",
            "the minister",
            "saying",
            "the dam burst",
        ),
        ("Mayor Ana Kol: “The dam was old.”", "Mayor Ana Kol", ":", "The dam was old"),
        ("It burst, the findings suggest.", "the findings", "suggest", "It burst"),
        ("The inquiry found that the brakes failed.", "The inquiry", "found", "the brakes failed"),
    ],
)  # fmt: skip
def test_what_is_said_is_found_behind_more_than_a_word(text, speaker, cue, content):
    assert attributions(text) == [(speaker, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor put the figure on the shelf.",
        "Norland's death toll stands at 40.",
        "Monday's blast put the town in the dark.",
        "In the mayor's car the radio was on.",
        "He found the house empty.",
        "The official version is that it burst.",
        "There were 12 confirmed deaths in Mir.",
    ],
)
def test_what_only_looks_like_it_is_nobodys_words(text):
    assert attributions(text) == []


def test_how_likely_somebody_finds_it_tells_how_firmly_it_is_said():
    found = only_claim("The inspectors find it likely that the boiler of the school burst.")
    assert (found.stance, found.modality) == (Stance.ASSERTS, Modality.HEDGED)
    doubted = only_claim("The inspectors find it unlikely that the boiler of the school burst.")
    assert doubted.stance == Stance.DOUBTS


def test_what_pictures_show_is_nobodys_claim():
    claim = only_claim("Satellite images showed that the bridge at Mir had collapsed.")
    assert (claim.claimant, claim.claimant_text) == (None, "Satellite images")


@pytest.mark.parametrize(
    "text",
    [
        "Norland, says the king's chief of staff, had nothing to do with the raid.",
        "Norland, the king's chief of staff says, had nothing to do with the raid.",
    ],
)
def test_a_verb_before_its_subject_parts_what_is_said(text):
    claim = only_claim(text)
    assert claim.claimant_text == "the king's chief of staff"
    assert (claim.stance, claim.answer.actors) == (Stance.DENIES, ("norland",))
    assert claim.quotes[0].text == text.removesuffix(".")


def test_what_somebody_knew_is_told_with_those_who_knew():
    text = "Norland knew, the guard said, that its own engineers had left the bridge at Mir."
    claim = only_claim(text)
    assert claim.quotes[0].text == text.removesuffix(".")


def test_what_follows_a_colon_goes_on_with_what_was_said_before():
    said = claims("The road is closed again, the mayor wrote online: 12 people were killed there.")
    assert [c.quotes[0].text for c in said] == [
        "The road is closed again",
        "12 people were killed there",
    ]
    assert {c.claimant_text for c in said} == {"the mayor"}


def test_a_source_parts_what_is_said_too():
    text = "The plane, according to the airline, had been inspected twice in May."
    claim = only_claim(text)
    assert (claim.claimant_text, claim.quotes[0].text) == ("the airline", text.removesuffix("."))
    assert claim.modality == Modality.ASSERTED


def test_who_has_no_information_gives_no_figure():
    assert claims("The ministry said that it had no information on casualties in Mir.") == ()
