import pytest

from claims.reading import questions
from claims.reading.article import read_article
from claims.values import ArticleText
from events.directory import starter


def matters(said):
    """(question's key, denied, said of whom) of each plain matter in what a witness said."""
    text = f"A coach crashed near Ostrel on Monday. The witness Ana Brandt said {said}."
    return [
        (
            claim.question.key,
            (claim.answer.object == "no") != claim.answer.denied,
            claim.answer.value,
        )
        for claim in read_article(ArticleText(text), starter()).claims
        if claim.question is not None and claim.question.key.startswith(questions.MATTER)
    ]


@pytest.mark.parametrize(
    ("said", "key", "denied", "who"),
    [
        ("the marchers were armed", "armed", False, "people"),
        ("none of the marchers was armed", "armed", True, "people"),
        ("the marchers were unarmed villagers", "armed", True, "people"),
        ("the police were not unarmed", "armed", False, "forces"),
        ("the police acted without warning", "warning", True, "forces"),
        ("the coach had already stopped at the barrier", "stopped", False, ""),
        ("the coach ignored orders to stop there", "stopped", True, ""),
        ("the ferry was not overloaded at all", "overloaded", True, "ferry"),
        ("the ballot was neither free nor fair", "fair-vote", True, ""),
        ("the whole election was rigged from the start", "fair-vote", True, ""),
        ("no observer was turned away", "turned-away", True, ""),
        ("the fire exits were locked that night", "locked", False, ""),
        ("the train had passed a red signal", "signal", False, "train"),
    ],
)
def test_a_plain_matter_is_read_with_its_side_and_whom_it_is_said_of(said, key, denied, who):
    found = matters(said)

    assert [one[:2] for one in found] == [(f"matter:{key}", denied)]
    assert not who or found[0][2] == who


@pytest.mark.parametrize(
    "said",
    [
        "the armed forces of Suland held a parade in the town",
        "fighting broke out in the market that morning",
        "the minister gave the green light for the march",
        "armed men walked through the market in the morning",
    ],
)
def test_words_that_only_look_like_a_matter_are_left(said):
    assert matters(said) == []
