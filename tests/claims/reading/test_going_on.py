"""Facts in the article's own words that are still somebody's account."""

import pytest

from claims.choices import Attribution
from tests.claims.reading.readers import claims

MAYOR = "Mayor Ana Ruiz said that nine people were killed in the flood."


def tellers(text):
    """Who is made to say what an article tells last."""
    start = max(quote.start for claim in claims(text) for quote in claim.quotes)
    return [
        (claim.claimant.name if claim.claimant else None, quote.attribution)
        for claim in claims(text)
        for quote in claim.quotes
        if quote.start == start
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Another 12 people were injured.",
        "Four houses were destroyed too.",
        "A further three people are missing.",
        "Two schools were also closed.",
        "Five of them were children who drowned.",
        "Nobody was injured in these cases.",
    ],
)
def test_a_sentence_that_goes_on_with_an_account_is_the_speakers(sentence):
    assert tellers(f"{MAYOR} {sentence}") == [("Ana Ruiz", Attribution.IMPLIED)]


@pytest.mark.parametrize(
    "text",
    [
        f"{MAYOR} 12 people were injured.",  # does not say that it goes on
        f"{MAYOR}\n\nAnother 12 people were injured.",  # another paragraph
        f"{MAYOR} But another 12 people were injured.",
        f"{MAYOR} In Orsa another 12 people were injured.",
        f"{MAYOR} Rain fell all night. Another 12 people were injured.",
        "Mayor Ana Ruiz denied that nine people were killed. Another 12 people were injured.",
        "Mayor Ana Ruiz and Governor Tom Lee said nine were killed. Another 12 were injured.",
        "Another 12 people were injured.",
        f"{MAYOR} Our reporter saw that another 12 people were injured.",
        f"{MAYOR} What she left out: another 12 people were injured.",
        f"{MAYOR} Her husband had killed three people.",
    ],
)
def test_where_it_is_open_whose_account_it_is_it_stays_nobodys(text):
    assert tellers(text) == [(None, Attribution.UNATTRIBUTED)]


def test_what_follows_a_semicolon_goes_on_as_well():
    text = "Mayor Ana Ruiz said nine people were killed; two schools were also destroyed."

    assert tellers(text) == [("Ana Ruiz", Attribution.IMPLIED)]


def test_a_figure_told_bare_and_then_attributed_is_one_claim():
    text = f"Nine people were killed in the flood in Orsa.\n\n{MAYOR}"
    found = claims(text)

    assert [(claim.claimant.name, len(claim.quotes)) for claim in found] == [("Ana Ruiz", 2)]
    assert {quote.attribution for quote in found[0].quotes} == {
        Attribution.IMPLIED,
        Attribution.PARAPHRASE,
    }


@pytest.mark.parametrize(
    "more",
    [
        "Governor Tom Lee said that nine people were killed in the flood.",  # two say it
        "Governor Tom Lee said that ten people were killed in the flood.",
        "A nurse said that nine people were killed in the flood.",  # nobody named says it too
    ],
)
def test_a_bare_figure_is_given_to_nobody_where_two_can_have_told_it(more):
    first = "Nine people were killed in the flood in Orsa."
    named = "" if "ten" in more else f"\n\n{MAYOR}"
    found = claims(f"{first}{named}\n\n{more}")

    assert [claim.claimant for claim in found if claim.quotes[0].start == 0] == [None]


OFFICIALS = "Norish officials said that nine people were killed in the flood."
HEAD = (
    "Ana Ruiz, who heads the administration that Norland installed, said nine people were killed."
)


def test_nameless_officials_of_the_lead_are_the_official_named_below():
    found = claims(f"{OFFICIALS}\n\n{HEAD}")

    assert [(claim.claimant.name, len(claim.quotes)) for claim in found] == [("Ana Ruiz", 2)]


@pytest.mark.parametrize(
    "more",
    [
        "Mayor Ana Ruiz said that nine people were killed.",  # nobody says whose mayor
        HEAD.replace("nine", "ten"),
        f"{HEAD} Tom Lee, the Norish envoy, said nine people were killed.",
    ],
)
def test_nameless_officials_stay_apart_where_another_can_be_meant(more):
    voices = [claim.claimant.name for claim in claims(f"{OFFICIALS}\n\n{more}") if claim.claimant]

    assert "Norland" in voices
