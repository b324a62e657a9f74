from datetime import UTC, datetime

import pytest

from claims.dating import day_of, said_on, tighter

PUBLISHED = datetime(2023, 5, 24, 9, tzinfo=UTC)  # a Wednesday


@pytest.mark.parametrize(
    ("words", "published", "made_at"),
    [
        ("on Monday", PUBLISHED, "2023-05-22"),
        ("22 May", PUBLISHED, "2023-05-22"),
        ("", PUBLISHED, "../2023-05-24"),
        ("the following day", PUBLISHED, "../2023-05-24"),
        ("", None, ""),
        ("on Monday", None, ""),
    ],
)
def test_what_was_said_is_dated_by_the_articles_words_else_by_its_publication(
    words, published, made_at
):
    assert said_on(words, published) == made_at


def test_what_holds_stays_undated_without_words():
    assert (day_of("", PUBLISHED), day_of("Tuesday", PUBLISHED)) == ("", "2023-05-23")


@pytest.mark.parametrize(
    ("known", "found", "kept"),
    [
        ("../2023-05-24", "../2023-05-23", "../2023-05-23"),
        ("../2023-05-24", "2023-05-22", "2023-05-22"),
        ("../2023-05-24", "../2023-05-25", "../2023-05-24"),
        ("../2023-05-24", "", "../2023-05-24"),
        ("2023-05-23", "../2023-05-22", "2023-05-23"),
        ("", "../2023-05-23", "../2023-05-23"),
    ],
)
def test_an_earlier_article_shows_that_it_was_said_by_then(known, found, kept):
    assert tighter(known, found) == kept
