from datetime import UTC, datetime

import pytest

from claims.reading.calendar import in_english
from claims.reading.times import resolve_time
from tests.claims.reading.slavic.readers import only_claim

FRIDAY = datetime(2024, 6, 7, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("у вівторок", "on Tuesday"),
        ("в п’ятницю", "on Friday"),
        ("во вторник", "on Tuesday"),
        ("14 травня 2024", "14 May 2024"),
        ("3 марта", "3 March"),
        ("on Monday", "on Monday"),
        ("наступного дня", "наступного дня"),
    ],
)
def test_days_and_months_are_put_into_english(text, expected):
    assert in_english(text) == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [("у вівторок", 4), ("вчера", 6), ("3 июня", 3), ("сьогодні", 7), ("вночі", None)],
)
def test_a_time_resolves_against_the_publication(text, day):
    period = resolve_time(text, FRIDAY)
    assert (period and period.start and period.start.day) == day


@pytest.mark.parametrize(
    ("language", "text", "said", "holds"),
    [
        (
            "uk",
            "ДСНС у вівторок заявила, що 3 червня загинули двоє людей.",
            "у вівторок",
            "3 червня",
        ),
        (
            "ru",
            "Мост в городе разрушен в среду, сообщило МЧС России в пятницу.",
            "в пятницу",
            "в среду",
        ),
        ("uk", "ДСНС заявила, що до вівторка загинули двоє людей.", "", ""),
    ],
)
def test_when_it_was_said_and_when_it_was_so(language, text, said, holds):
    claim = only_claim(language, text)
    assert (claim.said_text, claim.holds_text) == (said, holds)
