import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import document_fromstring

from sources.choices import FoundBy
from sources.dates import Published, publication_date, published

URL = "https://news.example/story"
MOMENT = datetime(2023, 5, 23, 10, 0, tzinfo=UTC)


def found(
    head: str = "", body: str = "", *, url: str = URL, not_after: datetime | None = None
) -> tuple[str, str]:
    tree = document_fromstring(f"<html><head>{head}</head><body>{body}<p>Text.</p></body></html>")
    date = publication_date(tree, url=url, not_after=not_after)
    return date.text, date.found_by


def linked(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2023-05-23T13:00:00+03:00", "2023-05-23T10:00:00Z"),
        ("2023-05-23T13:00:00.123+0300", "2023-05-23T10:00:00Z"),
        ("2023-05-23 10:00:00Z", "2023-05-23T10:00:00Z"),
        ("Tue, 23 May 2023 13:00:00 +0300", "2023-05-23T10:00:00Z"),
        ("2023-05-23T13:00:00", "2023-05-23"),
        ("2023-05-23", "2023-05-23"),
        (" 2023-05-23\n", "2023-05-23"),
        ("2023-05", "2023-05"),
        ("2023-05-23?", "2023-05-23?"),
        ("23 May", ""),
        ("yesterday", ""),
        ("2023-13-45", ""),
        ("0001-01-01", ""),
        ("0001-01-01T00:00:00+14:00", ""),
        ("9999-12-31T23:59:59-14:00", ""),
        ("2023-05-23" + "9" * 200, ""),
        ("", ""),
    ],
)
def test_a_date_from_outside_becomes_ours_or_none(text, edtf):
    assert published(text, FoundBy.GIVEN).text == edtf


def test_a_day_covers_all_of_it_and_a_moment_itself():
    day, moment = (
        published("2023-05-23", FoundBy.GIVEN),
        published("2023-05-23T10:00Z", FoundBy.GIVEN),
    )

    assert (day.earliest, day.latest) == (
        datetime(2023, 5, 23, tzinfo=UTC),
        datetime(2023, 5, 23, 23, 59, 59, 999999, tzinfo=UTC),
    )
    assert (moment.earliest, moment.latest) == (MOMENT, MOMENT)


def test_nothing_is_published_after_it_was_fetched():
    assert published("2023-05-24", FoundBy.FEED, not_after=MOMENT) == Published()
    assert published("2023-05-23", FoundBy.FEED, not_after=MOMENT).text == "2023-05-23"


@pytest.mark.parametrize(
    "head",
    [
        linked(
            {
                "@type": "NewsArticle",
                "datePublished": "2023-05-23T10:00:00Z",
                "dateModified": "2023-06-01",
            }
        ),
        linked(
            {
                "@graph": [
                    {"@type": "WebSite"},
                    {"@type": ["NewsArticle"], "datePublished": "2023-05-23T10:00Z"},
                ]
            }
        ),
        linked([{"@type": "ReportageNewsArticle", "datePublished": "2023-05-23T13:00:00+03:00"}]),
        '<meta property="article:published_time" content="2023-05-23T10:00:00Z">',
        '<meta name="DC.date.issued" content="2023-05-23T10:00:00Z">',
        '<meta itemprop="datePublished" content="2023-05-23T10:00:00Z">',
        '<meta name="date" content="nonsense"><meta name="pubdate" content="2023-05-23T10:00:00Z">',
    ],
)
def test_metadata_give_the_moment(head):
    assert found(head) == ("2023-05-23T10:00:00Z", FoundBy.METADATA)


def test_a_time_element_marked_as_publication_gives_the_moment():
    body = '<time itemprop="datePublished" datetime="2023-05-23T10:00:00Z">today</time>'

    assert found(body=body) == ("2023-05-23T10:00:00Z", FoundBy.METADATA)


def test_a_date_in_text_or_address_is_marked_uncertain():
    assert found(body='<p class="date">23 May 2023</p>') == ("2023-05-23?", FoundBy.TEXT)
    assert found(url="https://news.example/2023/05/23/story") == ("2023-05-23?", FoundBy.TEXT)


def test_a_first_of_the_month_that_may_be_filled_in_is_no_day():
    assert found(url="https://news.example/2023/05/01/story") == ("2023-05?", FoundBy.TEXT)
    assert found(body='<p class="date">1 May 2023</p>') == ("2023-05?", FoundBy.TEXT)


def test_a_page_without_a_date_has_none():
    assert found() == ("", FoundBy.NONE)


def test_a_page_cannot_be_younger_than_its_fetching():
    head = '<meta property="article:published_time" content="2030-01-01T00:00:00Z">'

    assert found(head, not_after=MOMENT) == ("", FoundBy.NONE)


@pytest.mark.parametrize(
    "script",
    [
        '{"a":' * 50_000,
        "[" * 50_000,
        "{",
        "null",
        '"text"',
        '{"@type":"NewsArticle","datePublished":7}',
    ],
)
def test_broken_linked_data_is_passed_over(script):
    head = f'<script type="application/ld+json">{script}</script><meta name="date" content="2023-05-23">'

    assert found(head) == ("2023-05-23", FoundBy.METADATA)


@given(st.text())
def test_no_text_breaks_the_reading_of_dates(text):
    date = published(text, FoundBy.FEED)

    assert (date.text == "") == (date.earliest is None)
