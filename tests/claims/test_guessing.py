"""What is guessed of a marked passage, on an article of invented people."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.guessing import guess
from claims.reading import read_article
from claims.values import ArticleText, Read
from events.directory import Directory, starter

TEXT = (
    "The mayor of Quillan, Ana Duarte, said on Monday that at least 12 people were injured 😀 when "
    "the weir broke.\n\n"
    "Farmers' leader Jan Lis denied that anybody was warned. The weir had been repaired last year, "
    "and nobody was surprised.\n\n"
    "“We will count the sheep on Friday and tell you,” Lis said. "
    "Norway's defence ministry said it had sent two helicopters."
)


@pytest.fixture(scope="module")
def directory() -> Directory:
    return starter()


@pytest.fixture(scope="module")
def read(directory):
    return read_article(ArticleText(text=TEXT, title="Weir breaks at Quillan"), directory)


def of(read, directory, words, **options):
    start = TEXT.index(words)
    return guess(read, TEXT, (start, start + len(words)), directory=directory, **options)


def test_a_claim_read_on_the_words_gives_all_its_parts_with_their_reasons(read, directory):
    found = of(read, directory, "at least 12 people were injured 😀 when the weir broke")

    assert found.claimant.name == "Ana Duarte"
    assert (found.stance, found.topic) == ("asserts", "casualties")
    assert (found.answer.count.low, found.answer.count.high) == (12, None)
    assert found.question.text == "How many people were injured?"
    assert found.said_text == "on Monday"
    assert found.rule == "casualties" and found.confidence > 0.9
    assert found.why["claimant"] == "From “The mayor of Quillan, Ana Duarte” and “said”."
    assert found.why["count"] == "From “at least 12”."
    assert found.why["made_at"] == "From “on Monday”, counted from the day of publication."


@pytest.mark.parametrize(
    ("words", "claimant", "stance"),
    [
        ("denied that anybody was warned", "Jan Lis", "denies"),
        ("anybody was warned", "Jan Lis", "denies"),
        ("count the sheep", "Jan Lis", "asserts"),
        ("it had sent two helicopters", "Norwegian Ministry of Defence", "asserts"),
    ],
)
def test_claimant_and_stance_are_those_of_the_nearest_attribution(
    read, directory, words, claimant, stance
):
    found = of(read, directory, words)

    assert found.claimant is not None, found
    assert (found.claimant.name, found.stance) == (claimant, stance)
    assert found.why["claimant"]


def test_who_says_it_is_no_part_of_what_is_said(read, directory):
    found = of(read, directory, "Farmers' leader Jan Lis denied that anybody was warned.")

    assert found.statement == "anybody was warned"
    assert of(read, directory, "anybody was").statement == "anybody was"


def test_words_that_nobody_is_made_to_say_get_no_claimant_but_an_offer(read, directory):
    found = of(read, directory, "The weir had been repaired")

    assert [one.name for one in found.near] == [
        "Jan Lis", "Ana Duarte", "Norwegian Ministry of Defence",
    ]  # fmt: skip
    assert (found.claimant, found.claimant_text) == (None, "")
    assert found.why["claimant"] == (
        "Nobody is made to say these words; the nearest who speaks is “Farmers' leader Jan Lis”."
    )
    assert (found.rule, found.confidence) == ("", None)


def test_a_second_claimant_is_another_than_those_logged(read, directory):
    first = of(read, directory, "anybody was warned")
    second = of(read, directory, "anybody was warned", told=[first.claimant.key])

    assert (first.claimant.name, second.claimant) == ("Jan Lis", None)
    assert second.why["claimant"] == (
        "It is logged for them already; the nearest who speaks is “The mayor of Quillan”."
    )
    assert [one.name for one in second.near] == ["Ana Duarte", "Norwegian Ministry of Defence"]


def test_what_no_claim_was_read_on_is_read_by_itself(directory):
    text = "Ana Duarte, the mayor, said so.\n\nSeventy-one cows in Orsa"
    read = read_article(ArticleText(text=text), directory)
    start = text.index("Seventy")

    found = guess(read, text, (start, len(text)), directory=directory)

    assert found.answer.count.low == 71
    assert found.why["count"] == "“Seventy-one” is the only number in the words."
    assert found.why["claimant"] == (
        "Nobody is made to say these words; nobody else speaks nearby."
    )


def test_the_words_themselves_are_read_when_no_claim_was(directory):
    text = "Ana Duarte spoke.\n\nEight people were injured in it, by one account."
    words = "Eight people were injured"
    start = text.index(words)
    alone = []

    def read_alone(sentence):
        alone.append(sentence)
        return read_article(ArticleText(text=f"The mayor said that {sentence}."), directory)

    found = guess(
        Read(()), text, (start, start + len(words)), directory=directory, alone=read_alone
    )

    assert alone == [words]
    assert found.question.text == "How many people were injured?"
    assert (found.answer.count.low, found.answer.measure) == (8, "injured")
    assert found.why["question"] == "What the words answer, by the rule “casualties”."


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_selection_gives_a_guess_made_of_the_text(read, directory, data):
    start = data.draw(st.integers(0, len(TEXT) - 1))
    end = data.draw(st.integers(start + 1, len(TEXT)))

    found = guess(read, TEXT, (start, end), directory=directory)

    assert found.statement in " ".join(TEXT[start:end].split())
    assert found.claimant_text in TEXT
