from datetime import UTC, datetime
from difflib import SequenceMatcher

import pytest

from claims_tracker.demo.library import FIRST, LAST, DemoArticle, articles, outlets

BY_KEY = {article.key: article for article in articles()}


def words(article: DemoArticle) -> list[str]:
    return " ".join(article.blocks).split()


def test_there_are_enough_articles_of_enough_outlets():
    english = [article for article in articles() if article.language == "en"]

    assert len(outlets()) >= 6
    assert len(english) >= 11
    assert {article.outlet for article in english} == set(outlets())
    assert {outlet.feed for outlet in outlets()} == {"rss", "atom", "json"}


def test_outlets_are_invented_ones_at_addresses_that_cannot_exist():
    assert all(outlet.domain.endswith(".example") for outlet in outlets())
    assert len({outlet.slug for outlet in outlets()}) == len(outlets())


@pytest.mark.parametrize("article", articles(), ids=lambda article: article.key)
def test_an_article_is_of_natural_length_and_of_its_days(article):
    fewest = 80 if article.language == "uk" else 150

    assert fewest <= len(words(article)) <= 450
    assert (
        datetime(2023, 5, 22, tzinfo=UTC) <= article.published < datetime(2023, 5, 25, tzinfo=UTC)
    )
    assert article.changed >= article.published
    assert article.event in {"belgorod-raid", "battle-of-bakhmut"}
    assert not article.related or f"{article.outlet.slug}/{article.related}" in BY_KEY
    assert article.copy_of in {"", *BY_KEY}


def test_one_article_is_a_shortened_copy_of_the_agency_report():
    (copy,) = [article for article in articles() if article.copy_of]
    original = BY_KEY[copy.copy_of]

    assert copy.outlet != original.outlet
    assert len(words(copy)) < len(words(original))
    assert copy.published > original.published
    assert SequenceMatcher(None, words(copy), words(original), autojunk=False).ratio() > 0.85
    assert copy.title != original.title


def test_one_page_changes_between_the_editions():
    first = {article.key: article for article in articles(FIRST)}
    changed = [key for key, article in BY_KEY.items() if article != first[key]]

    assert set(first) == set(BY_KEY)
    assert changed == ["oskol-gazette/border-villages-emptied"]
    before, after = first[changed[0]], BY_KEY[changed[0]]
    assert "Eight people have been injured" in " ".join(before.blocks)
    assert "Twelve people have been injured" in " ".join(after.blocks)
    assert (before.path, before.published) == (after.path, after.published)
    assert after.changed > before.changed


def test_the_newest_come_first_and_each_page_once():
    times = [article.published for article in articles(LAST)]

    assert times == sorted(times, reverse=True)
    assert len({article.path for article in articles(LAST)}) == len(times)
    assert len(articles(LAST)) == len(articles(FIRST))


def test_a_summary_is_the_beginning_of_the_first_paragraph():
    live = BY_KEY["harbour-nine/belgorod-raid-live"]
    wire = BY_KEY["corvane/raid-reported-in-belgorod"]

    assert live.summary == live.blocks[0]
    assert wire.summary.endswith(" ...")
    assert wire.blocks[0].startswith(wire.summary.removesuffix(" ..."))
    assert len(wire.summary) <= 244
