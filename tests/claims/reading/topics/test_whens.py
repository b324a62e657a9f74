from datetime import UTC, datetime

import pytest

from claims.choices import Kind, Severity
from claims.comparing import compare
from claims.comparing.rules.moments import when_of
from claims.reading.article import read_article
from claims.reading.statements import statement
from claims.reading.topics.whens import clock_of
from claims.values import ArticleText, Finding
from events.directory import starter

PUBLISHED = datetime(2024, 5, 15, 18, tzinfo=UTC)  # a Wednesday


def statements(said, who="The witness Ana Brandt"):
    """What is told of a time in a sentence of somebody's, as comparing takes it."""
    text = f"A coach went off the road near Ostrel. {who} said {said}."
    read = read_article(ArticleText(text, published=PUBLISHED), starter())
    return [
        statement(claim, id=who, event="e", directory=starter(), published=PUBLISHED)
        for claim in read.claims
        if claim.question is not None and claim.question.key.startswith("when:")
    ]


@pytest.mark.parametrize(
    ("said", "key", "value", "day"),
    [
        ("the explosion happened at 6.40am on Monday", "happened:blast", "T06:40", 13),
        ("the attack began at around 2 a.m. on Tuesday", "began:attack", "T02~", 14),
        ("the vote took place on Sunday", "happened:vote", "", 12),
        ("the fighting had started before dawn", "began:fighting", "../T08", None),
        ("the plane crashed at 18:14 GMT", "happened:crash", "T18:14Z", None),
        ("the blast occurred at 14:50 Kyiv time", "happened:blast", "T14:50[Kyiv]", None),
        ("the protests began in the early hours of Tuesday", "began:protest", "T00/T06", 14),
        ("the second blast happened at 7pm", "happened:second-blast", "T19", None),
    ],
)
def test_when_something_was_is_read_by_day_and_clock(said, key, value, day):
    (told,) = statements(said)

    assert told.question == f"when:{key}"
    assert told.answer.value == value
    assert (told.holds.start.day if told.holds else None) == day
    assert when_of(told) is not None


@pytest.mark.parametrize(
    "said",
    [
        "the march started in the square",
        "police fired at 6pm",
        "talks would begin on Friday",
        "the strike may end on Friday",
        "the fighting was fierce on Monday",
        "an explosion happened at 6.40am",
        "the talks took place on Monday",
        "two blasts had happened on Monday",
    ],
)
def test_a_time_that_is_not_the_point_is_no_answer(said):
    assert statements(said) == []


def test_a_denied_time_is_denied():
    (told,) = statements("the strike did not begin on Monday")

    assert told.answer.denied


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("at 12 p.m.", "T12"),
        ("at 12.05am", "T00:05"),
        ("by noon", "../T12"),
        ("after 9pm", "T21/.."),
        ("on Monday night", "T20/T06"),
        ("at 6pm local time", "T18"),
        ("killing 14 of 60 people", ""),
        ("at 50 km an hour", ""),
    ],
)
def test_a_time_of_day_becomes_edtf(text, value):
    assert clock_of(text) == value


def test_two_times_read_from_two_articles_are_found_to_part():
    (one,) = statements("the explosion happened at 6.40am on Monday")
    (other,) = statements("the blast had occurred on Tuesday evening", "The mayor, Ida Holm,")

    found = compare(one, other)

    assert isinstance(found, Finding)
    assert (found.kind, found.severity) == (Kind.DATE, Severity.CONTRADICTION)
