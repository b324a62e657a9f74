from datetime import UTC, datetime, timedelta, timezone

import pytest

from claims.reading.chrome import prose
from claims.reading.times import find_time, resolve_time

PUBLISHED = datetime(2024, 6, 7, 12, 0, tzinfo=UTC)  # a Friday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell on Monday near Mir.", "on Monday"),
        ("It fell on Tuesday, May 23 at noon.", "on Tuesday, May 23"),
        ("It fell on 22 May near Mir.", "on 22 May"),
        ("It fell overnight near Mir.", "overnight"),
        ("It fell the following day near Mir.", "the following day"),
        ("It may fall near Mir.", ""),
    ],
)
def test_an_expression_of_time_keeps_its_words(text, expected):
    (sentence,) = prose(text)
    assert find_time(text, sentence, 0, len(sentence.tokens)) == expected


@pytest.mark.parametrize(
    ("text", "month", "day"),
    [
        ("on Monday", 6, 3),
        ("Friday", 6, 7),
        ("last Friday", 5, 31),
        ("on Saturday morning", 6, 8),
        ("last Saturday", 6, 1),
        ("on Sunday", 6, 2),
        ("today", 6, 7),
        ("yesterday", 6, 6),
        ("on 22 May", 5, 22),
        ("May 22", 5, 22),
        ("on Tuesday, May 21", 5, 21),
        ("May 22, 2024", 5, 22),
    ],
)
def test_a_day_resolves_against_the_publication(text, month, day):
    period = resolve_time(text, PUBLISHED)
    assert period is not None
    assert period.start is not None
    assert period.end is not None
    assert period.start == datetime(2024, month, day, tzinfo=UTC)
    assert period.end.date() == period.start.date()


@pytest.mark.parametrize(
    "text", ["", "the following day", "two days later", "overnight", "in May", "by Monday"]
)
def test_what_needs_another_anchor_stays_unresolved(text):
    assert resolve_time(text, PUBLISHED) is None


def test_the_day_of_publication_is_that_of_its_own_zone():
    evening = datetime(2024, 6, 7, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
    period = resolve_time("today", evening)
    assert period is not None
    assert period.start == datetime(2024, 6, 7, tzinfo=UTC)


def test_without_a_publication_date_nothing_resolves():
    assert resolve_time("on Monday", None) is None
