"""When a page was published, by its own word. The time of fetching is never an answer."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from itertools import islice

from htmldate import find_date
from lxml.html import HtmlElement

from events.dates import DateError, bounds, edtf_of
from sources.choices import FoundBy

EARLIEST_YEAR = 1900
LD_JSON = './/script[@type="application/ld+json"]'
MAX_NODES = 2000
ARTICLE = re.compile(r"(Article|Posting|Report|Review|WebPage)$")
# In the order in which they are believed.
META_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "publishdate",
    "publish-date",
    "pubdate",
    "date",
)
TIMES = (
    './/time[@itemprop="datePublished"]',
    './/*[@itemprop="datePublished"]',
    ".//time[@pubdate]",
)


@dataclass(frozen=True, slots=True)
class Published:
    """A publication date as known: EDTF text, what it covers (aware UTC), and how it was found.

    All empty when nothing was stated. A date read out of running text carries EDTF's "?".
    """

    text: str = ""
    earliest: datetime | None = None
    latest: datetime | None = None
    found_by: str = FoundBy.NONE


def published(text: str, found_by: str, *, not_after: datetime | None = None) -> Published:
    """A date as the outside writes it (ISO 8601, RFC 5322 or EDTF), made one of ours.

    A time without a zone keeps only its day. What is no date, or is later than ``not_after``,
    gives an empty answer: no date is better than a wrong one.
    """
    edtf = _edtf(text.strip())
    try:
        earliest, latest = bounds(edtf)
    except DateError:
        return Published()
    date = Published(edtf, earliest, latest, found_by)
    return date if _by(date, not_after) else Published()


def _by(date: Published, not_after: datetime | None) -> bool:
    """Whether an article can have been published then."""
    if date.earliest is None or date.earliest.year < EARLIEST_YEAR:
        return False
    return not_after is None or date.earliest <= not_after


def publication_date(
    tree: HtmlElement, *, url: str, not_after: datetime | None = None
) -> Published:
    """When the page says it was published: by its metadata, else by a date in its text.

    ``not_after`` is the moment of fetching: a page cannot be younger.
    """
    dated = [published(text, FoundBy.METADATA, not_after=None) for text in _stated(tree)]
    believed = [date for date in dated if _by(date, not_after)]
    if any(date.text for date in dated):
        # A page that states only dates which cannot be is not searched for others.
        return believed[0] if believed else Published()
    return published(_guessed(tree, url, not_after), FoundBy.TEXT, not_after=not_after)


def _stated(tree: HtmlElement) -> Iterator[str]:
    """What the metadata state, best first."""
    for script in islice(tree.iterfind(LD_JSON), 20):
        yield from _from_json(script.text_content())
    metas: dict[str, str] = {}
    for meta in tree.iterfind(".//meta[@content]"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        metas.setdefault(name.lower(), meta.get("content") or "")
    yield from (metas[name] for name in META_NAMES if name in metas)
    for path in TIMES:
        for element in islice(tree.iterfind(path), 3):
            yield element.get("datetime") or element.get("content") or element.text or ""


def _from_json(text: str) -> Iterator[str]:
    """The ``datePublished`` of articles in a JSON-LD block, however deep; no recursion of ours."""
    try:
        waiting = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    for _ in range(MAX_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting += node[:MAX_NODES]
        elif isinstance(node, dict):
            kinds = node.get("@type")
            named = kinds if isinstance(kinds, list) else [kinds]
            date_text = node.get("datePublished")
            if isinstance(date_text, str) and any(ARTICLE.search(str(kind)) for kind in named):
                yield date_text
            waiting += [part for part in node.values() if isinstance(part, dict | list)]


def _guessed(tree: HtmlElement, url: str, not_after: datetime | None) -> str:
    """A date that htmldate finds in the address, in markup it knows, or printed on the page.

    Marked uncertain. It gives a first of the month for a month and a first of January for a
    year, so these stand for no more than that.
    """
    until = not_after.strftime("%Y-%m-%d") if not_after else None
    try:
        found = find_date(
            tree, original_date=True, extensive_search=False, url=url or None, max_date=until
        )
    except (ValueError, TypeError, OverflowError, RecursionError):
        found = None
    return found.removesuffix("-01").removesuffix("-01") + "?" if found else ""


def _edtf(text: str) -> str:
    if len(text) > len("2023-05-22T14:50:00.000000+00:00/2023-05-22T14:50:00.000000+00:00"):
        return ""
    moment = _moment(text)
    if moment is None:
        return text
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        return _in_utc(moment)
    return moment.strftime("%Y-%m-%d")


def _in_utc(moment: datetime) -> str:
    try:
        return edtf_of(moment.astimezone(UTC))
    except OverflowError:
        return ""


def _moment(text: str) -> datetime | date | None:
    """A moment or a day from ISO 8601 or RFC 5322; None for what may be EDTF."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
