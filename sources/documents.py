"""What a job brings in: the page at its address, or the bytes it was given."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import PurePath
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone

from sources.addresses import parse_allow_hosts
from sources.canonical import canonical_url
from sources.charsets import clean_text, decode
from sources.choices import FoundBy
from sources.dates import Published, published
from sources.extraction import Extracted, extract, refuse_binary
from sources.fetching import Fetched, FetchPolicy, FetchRefused, fetch
from sources.models import Article, ArticleVersion, IngestJob
from sources.refusals import ExtractionRefused, Unreadable
from sources.turns import SharedRobots, SharedTurns, pause

ROW = "application/json"
PLAIN = "text/plain"
TITLE_LENGTH = 500

Fetch = Callable[..., Fetched]


class NotModified(Exception):  # noqa: N818 - good news
    """The page is as we have it: ``version`` is still its text."""

    def __init__(self, version: ArticleVersion) -> None:
        super().__init__(version)
        self.version = version


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it came in, ready to be stored.

    ``canonical_url`` is its address, or ``urn:sha256:...`` of its bytes when it has none.
    """

    canonical_url: str
    title: str
    text: str
    language: str
    published: Published
    outlet_name: str
    raw: bytes
    media_type: str
    extractor: str
    fetched_at: datetime
    final_url: str = ""
    etag: str = ""
    last_modified: str = ""


def policy() -> FetchPolicy:
    """The limits of a fetch, with the addresses that the settings open."""
    allowed = parse_allow_hosts(settings.FETCH_ALLOW_HOSTS)
    return FetchPolicy(user_agent=settings.FETCH_USER_AGENT, allow_hosts=allowed)


def from_the_web(url: str, **options: Any) -> Fetched:
    """Fetch by the settings' policy, sharing turns and robots rules with all workers."""
    ask = partial(fetch, policy=policy(), robots=SharedRobots(), turns=SharedTurns())
    fetched = ask(url, **options)
    pause(urlsplit(fetched.final_url).hostname or "", fetched.crawl_delay_s)
    return fetched


def open_job(job: IngestJob, *, fetch: Fetch = from_the_web) -> Document:
    """The document of a job.

    Raises FetchError, ExtractionRefused, or NotModified when the publisher says so.
    """
    if job.url:
        return _fetched(job.url, fetch)
    content = bytes(job.payload or b"")
    if job.payload_type == ROW:
        return _row(content)
    return _file(content, job.payload_type)


def _fetched(url: str, fetch: Fetch) -> Document:
    known = _newest_version(url)
    page = fetch(url, etag=known.etag, last_modified=known.last_modified) if known else fetch(url)
    if page.not_modified and known:
        raise NotModified(known)
    now = timezone.now()
    read = extract(
        page.content,
        url=page.final_url,
        media_type=page.media_type,
        charset=page.charset,
        not_after=now,
    )
    kept = replace(page, etag=page.etag[:500], last_modified=page.last_modified[:100])
    return _document(read, kept.content, page.media_type, now, final_url=page.final_url,
                     etag=kept.etag, last_modified=kept.last_modified)  # fmt: skip


def _newest_version(url: str) -> ArticleVersion | None:
    """What we have of the address; None when it is new, or its text was taken down."""
    article = Article.objects.filter(canonical_url=canonical_url(url)).first()
    version = article.versions.order_by("-number").first() if article else None
    return version if version and version.taken_down_at is None else None


def _file(content: bytes, media_type: str) -> Document:
    now = timezone.now()
    if media_type == PLAIN:
        text = plain_text(content)
        read = replace(extract(text, url="", media_type=PLAIN), text=text)
    else:
        read = extract(content, url="", media_type=media_type, not_after=now)
    return _document(read, content, media_type, now)


def plain_text(content: bytes) -> str:
    """The text of a file, unchanged where it is clean UTF-8, so that offsets in it stay true.

    Raises ExtractionRefused for a file that is no text.
    """
    refuse_binary(content)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decode(content)
    return text if "\0" not in text else decode(content)


def _row(content: bytes) -> Document:
    """One line of a ``.jsonl`` file: ``{"id","url","outlet","title","published","text"}``."""
    row = json.loads(content)
    text = _line_free(row.get("text"))
    if not text.strip():
        raise ExtractionRefused(Unreadable.NO_TEXT, "The row has no text.")
    now = timezone.now()
    read = extract(text, url="", media_type=PLAIN)
    read = replace(
        read,
        text=text,
        title=_line_free(row.get("title"))[:TITLE_LENGTH],
        published=published(str(row.get("published") or ""), FoundBy.GIVEN),
        outlet_name=_line_free(row.get("outlet"))[:200],
        canonical_url=_web_address(row.get("url")),
    )
    return _document(read, content, ROW, now)


def _line_free(value: object) -> str:
    """Clean text of a row's field; "" for anything that is no text."""
    if not isinstance(value, str):
        return ""
    broken = "\0" in value or any("\ud800" <= letter <= "\udfff" for letter in value)
    return clean_text(value) if broken else value


def _web_address(value: object) -> str:
    try:
        return canonical_url(str(value)) if value else ""
    except FetchRefused:
        return ""


def _document(
    read: Extracted, raw: bytes, media_type: str, now: datetime, **known: str
) -> Document:
    return Document(
        canonical_url=read.canonical_url or urn(raw),
        title=read.title,
        text=read.text,
        language=read.language,
        published=read.published,
        outlet_name=read.outlet_name,
        raw=raw,
        media_type=media_type,
        extractor=f"{read.extractor} {read.extractor_version}",
        fetched_at=now,
        **known,
    )


def urn(raw: bytes) -> str:
    """The address of a text that has no other: its bytes' own hash."""
    return f"urn:sha256:{hashlib.sha256(raw).hexdigest()}"


def media_type_of(file_name: str) -> str:
    """The media type by a file's ending; "" for an ending we do not take."""
    kinds = {".txt": PLAIN, ".html": "text/html", ".htm": "text/html"}
    return kinds.get(PurePath(file_name).suffix.lower(), "")
