"""From the bytes of a feed (RSS, Atom, RDF, JSON Feed) to its entries."""

import json
from calendar import timegm
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Any
from urllib.parse import urljoin
from xml.etree.ElementTree import ParseError

import feedparser
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from sources.charsets import clean_text, decode
from sources.fetching import FetchRefused
from sources.fetching.targets import parse_target
from sources.refusals import ExtractionRefused, Unreadable

MAX_ENTRIES = 500
MAX_TITLE = 500
MAX_ID = 500
JSON_FEED = "https://jsonfeed.org/version/"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One article as a feed announces it.

    ``url`` is absolute; ``published`` aware UTC, None when the feed gives no date or a bad one;
    ``id`` is the feed's own, else the address.
    """

    url: str
    title: str
    published: datetime | None
    id: str


def parse_feed(
    content: bytes, *, url: str, media_type: str = "", charset: str = ""
) -> tuple[FeedEntry, ...]:
    """The entries of a feed in its order, each once, 500 at most.

    ``url`` is where the feed was found; its links are resolved against it. Entries without a
    web address are left out. Raises ExtractionRefused: ``entity_bomb`` for XML that declares
    entities, ``bad_feed`` for what is no feed.
    """
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    entries = _json(content, url, charset) if start == b"{" else _xml(content, url, media_type)
    unique = {entry.id: entry for entry in reversed(list(islice(entries, MAX_ENTRIES)))}
    by_address = {entry.url: entry for entry in unique.values()}
    return tuple(reversed(by_address.values()))


def _xml(content: bytes, url: str, media_type: str) -> Iterator[FeedEntry]:
    _defuse(content)
    headers = {"content-location": url, "content-type": media_type or "application/xml"}
    try:
        feed = feedparser.parse(content, response_headers=headers, sanitize_html=False)
    except (ValueError, TypeError, LookupError, RecursionError):
        raise _bad() from None
    if not feed.get("version"):
        raise _bad()
    return _kept(
        _entry(
            url,
            link=item.get("link") or _permalink(item),
            title=item.get("title"),
            # Not by the item's own ``get``, which takes one name for another and warns of it.
            published=_moment(
                dict.get(item, "published_parsed") or dict.get(item, "updated_parsed")
            ),
            given_id=item.get("id"),
        )
        for item in feed.entries
    )


def _defuse(content: bytes) -> None:
    """Refuse entity bombs, foreign entities and endless nesting before anything else reads on.

    XML that is merely broken passes: many feeds are, and feedparser reads them without
    entities of their own.
    """
    guard = DefusedXMLParser(forbid_dtd=False, forbid_entities=True, forbid_external=True)
    try:
        guard.feed(content)
        guard.close()
    except DefusedXmlException:
        words = "The feed declares entities, as an attack does and no feed needs."
        raise ExtractionRefused(Unreadable.ENTITY_BOMB, words) from None
    except (ParseError, ValueError, LookupError, RecursionError):
        # Past its first error the guard sees nothing, and feedparser reads on.
        if b"<!ENTITY" in content.upper():
            words = "The feed is broken and declares entities."
            raise ExtractionRefused(Unreadable.ENTITY_BOMB, words) from None


def _json(content: bytes, url: str, charset: str) -> Iterator[FeedEntry]:
    try:
        feed = json.loads(decode(content, claimed=charset))
    except (ValueError, RecursionError):
        raise _bad() from None
    version = feed.get("version") if isinstance(feed, dict) else None
    items = feed.get("items") if isinstance(feed, dict) else None
    if not str(version).startswith(JSON_FEED) or not isinstance(items, list):
        raise _bad()
    return _kept(
        _entry(
            url,
            link=item.get("url") or item.get("external_url"),
            title=item.get("title"),
            published=_iso(item.get("date_published")),
            given_id=item.get("id"),
        )
        for item in items
        if isinstance(item, dict)
    )


def _entry(
    base: str, *, link: object, title: object, published: datetime | None, given_id: object
) -> FeedEntry | None:
    if not isinstance(link, str) or not link.strip():
        return None
    try:
        url = parse_target(urljoin(base, link.strip())).url
    except (FetchRefused, ValueError):
        return None
    name = str(given_id).strip() if isinstance(given_id, str | int) else ""
    clean_id = clean_text(name)[:MAX_ID] or url
    return FeedEntry(url, _title(title), published, clean_id)


def _kept(entries: Iterable[FeedEntry | None]) -> Iterator[FeedEntry]:
    return (entry for entry in entries if entry is not None)


def _title(title: object) -> str:
    return " ".join(clean_text(title).split())[:MAX_TITLE] if isinstance(title, str) else ""


def _permalink(item: dict[str, Any]) -> str:
    """RSS lets ``guid`` be the address when it says so, or says nothing."""
    name = item.get("id")
    return name if isinstance(name, str) and name.startswith(("http://", "https://")) else ""


def _moment(parts: object) -> datetime | None:
    """A time as feedparser gives it, which is UTC; None for what is no moment of the calendar."""
    try:
        return datetime.fromtimestamp(timegm(parts), UTC) if isinstance(parts, tuple) else None
    except (ValueError, OverflowError, TypeError, OSError):
        return None


def _iso(text: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(text))
        return moment.astimezone(UTC) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _bad() -> ExtractionRefused:
    return ExtractionRefused(Unreadable.BAD_FEED, "This is no feed that can be read.")
