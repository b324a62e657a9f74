import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.feeds_parsing import MAX_ENTRIES, FeedEntry, parse_feed
from sources.refusals import ExtractionRefused, Unreadable

URL = "https://news.example/feeds/all.xml"
MOMENT = datetime(2023, 5, 23, 10, 0, tzinfo=UTC)


def rss(items: str, before: str = "") -> bytes:
    return f'<?xml version="1.0"?>{before}<rss version="2.0"><channel><title>News</title>{items}</channel></rss>'.encode()


def atom(entries: str) -> bytes:
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>{entries}</feed>'.encode()


def refusal(content: bytes) -> Unreadable:
    with pytest.raises(ExtractionRefused) as caught:
        parse_feed(content, url=URL)
    assert str(caught.value)
    return caught.value.code


@pytest.mark.parametrize(
    "content",
    [
        rss(
            "<item><title>A &amp; B</title><link>/a?x=1&amp;y=2</link><guid isPermaLink='false'>urn:x:7</guid>"
            "<pubDate>Tue, 23 May 2023 13:00:00 +0300</pubDate></item>"
        ),
        atom(
            '<entry><title>A &amp; B</title><id>urn:x:7</id><link href="../a?x=1&amp;y=2"/>'
            "<published>2023-05-23T10:00:00Z</published></entry>"
        ),
        json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "title": "News",
                "items": [
                    {
                        "id": "urn:x:7",
                        "url": "/a?x=1&y=2",
                        "title": "A & B",
                        "date_published": "2023-05-23T12:00:00+02:00",
                    }
                ],
            }
        ).encode(),
    ],
    ids=["rss", "atom", "json"],
)
def test_feeds_of_every_kind_give_the_same_entries(content):
    entry = FeedEntry("https://news.example/a?x=1&y=2", "A & B", MOMENT, "urn:x:7")

    assert parse_feed(content, url=URL) == (entry,)


def test_a_guid_stands_in_for_a_link_when_it_is_one():
    (entry,) = parse_feed(
        rss("<item><title>A</title><guid>https://news.example/a</guid></item>"), url=URL
    )

    assert (entry.url, entry.id) == ("https://news.example/a", "https://news.example/a")


def test_entries_keep_their_order_and_come_once():
    items = "".join(
        f"<item><title>{title}</title><link>{link}</link><guid isPermaLink='false'>{guid}</guid></item>"
        for title, link, guid in [
            ("1", "/a", "x"),
            ("2", "/b", "y"),
            ("3", "/c", "x"),
            ("4", "/b#z", "z"),
        ]
    )

    assert [entry.title for entry in parse_feed(rss(items), url=URL)] == ["1", "2"]


@pytest.mark.parametrize("date", ["", "yesterday", "Tue, 99 May 2023 10:00:00 GMT", "0000-00-00"])
def test_a_bad_date_is_no_date(date):
    items = f"<item><title>A</title><link>/a</link><pubDate>{date}</pubDate></item>"

    assert [entry.published for entry in parse_feed(rss(items), url=URL)] == [None]


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "ftp://x/", "http://user@host/", "mailto:a@b.c", ""]
)
def test_an_entry_without_a_web_address_is_left_out(link):
    items = f"<item><title>A</title><link>{link}</link></item><item><link>/b</link></item>"

    assert [entry.url for entry in parse_feed(rss(items), url=URL)] == ["https://news.example/b"]


def test_only_so_many_entries_are_taken():
    items = "".join(f"<item><link>/{number}</link></item>" for number in range(MAX_ENTRIES + 50))

    assert len(parse_feed(rss(items), url=URL)) == MAX_ENTRIES


def test_scripts_and_control_characters_in_titles_become_plain_text():
    data = {
        "version": "https://jsonfeed.org/version/1",
        "items": [{"id": 7, "url": "/a", "title": "<script>\0alert(1)</script>\n\ud800"}],
    }

    (entry,) = parse_feed(json.dumps(data).encode(), url=URL)

    assert (entry.title, entry.id) == ("<script>alert(1)</script> \ufffd", "7")


def test_a_feed_in_another_charset_is_read():
    content = '<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><item><title>Рейд</title><link>/a</link></item></channel></rss>'

    assert parse_feed(content.encode("cp1251"), url=URL)[0].title == "Рейд"


def test_a_broken_feed_is_read_as_far_as_it_goes():
    content = rss("<item><title>A & B</title><link>/a</link></item>")

    assert [entry.url for entry in parse_feed(content, url=URL)] == ["https://news.example/a"]


def doctype(entities: str) -> str:
    return f"<!DOCTYPE rss [{entities}]>"


LAUGHS = '<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">'
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "content",
    [
        rss("<item><title>&i;</title></item>", doctype(LAUGHS)),
        rss("<item><title>&a;&a;</title></item>", doctype(f'<!ENTITY a "{"x" * 100_000}">')),
        rss("<item><title>&x;</title></item>", doctype('<!ENTITY x SYSTEM "file:///etc/passwd">')),
        rss(
            "<item><title>&x;</title></item>",
            doctype('<!ENTITY x SYSTEM "http://169.254.169.254/">'),
        ),
        rss("<item/>", doctype('<!ENTITY % p SYSTEM "http://127.0.0.1/"> %p;')),
        b"<a>&</a>" + rss("<item><title>&i;</title></item>", doctype(LAUGHS)),
        rss("<item><title>&i;</title></item>", doctype(LAUGHS)).decode().encode("utf-16"),
    ],
    ids=["laughs", "quadratic", "file", "address", "parameter", "after an error", "utf-16"],
)
def test_a_feed_that_declares_entities_is_refused(content):
    assert refusal(content) == Unreadable.ENTITY_BOMB


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b"{" * 100_000,
        b'{"version": "https://jsonfeed.org/version/1", "items": 7}',
        b"<html><body>No feed</body></html>",
        b"plain text",
        b"\x89PNG\r\n",
        b"\x00" * 100,
    ],
)
def test_what_is_no_feed_is_refused(content):
    assert refusal(content) == Unreadable.BAD_FEED


@given(st.binary(max_size=200))
def test_any_bytes_are_a_feed_or_refused(content):
    try:
        entries = parse_feed(b"<rss version='2.0'><channel><item>" + content, url=URL)
    except ExtractionRefused:
        return
    assert all(entry.url.startswith("http") for entry in entries)
