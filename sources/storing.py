"""Storing what came in, each thing once: article, version, and what events it is about."""

import hashlib
import zlib
from dataclasses import dataclass
from functools import partial

from django.db import transaction
from django.utils import timezone

from events.models import Event
from sources import leases
from sources.choices import FoundBy, IngestState
from sources.copies import join_origin
from sources.documents import Document
from sources.grouping.terms import term_numbers, weighed
from sources.models import Article, ArticleEvent, ArticleVersion, IngestJob, Outlet
from sources.open_events import match, suggestions
from sources.origins import signature
from sources.outlets import outlet_named, outlet_of
from sources.signals import article_stored

NEW, CHANGED, UNCHANGED = "new", "changed", "unchanged"
URL_LENGTH = 2000


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of a document: its version, and whether that is new, changed or unchanged."""

    version: ArticleVersion
    outcome: str


@transaction.atomic
def store(job: IngestJob, document: Document) -> Stored:
    """Store the document of a leased job, and move the job on. Raises LeaseLost."""
    held = leases.hold(IngestJob.objects.all(), job.pk, job.lease_token)
    article, is_new = _article(held, document)
    stored = _version(article, document, is_new=is_new)
    _move_on(held, stored)
    return stored


@transaction.atomic
def keep(job: IngestJob, version: ArticleVersion) -> Stored:
    """Note that the page is still as we have it, and move the job on. Raises LeaseLost."""
    held = leases.hold(IngestJob.objects.all(), job.pk, job.lease_token)
    Article.objects.filter(pk=version.article_id).update(last_fetched_at=timezone.now())
    stored = Stored(version, UNCHANGED)
    _move_on(held, stored)
    return stored


def _article(job: IngestJob, document: Document) -> tuple[Article, bool]:
    """The document's article, locked, and whether it is new."""
    found = _published(job, document)
    article, is_new = Article.objects.get_or_create(
        canonical_url=document.canonical_url[:URL_LENGTH],
        defaults={
            "outlet": _outlet(job, document),
            "title": job.given_title or document.title,
            "language": document.language,
            "published": found[0],
            "published_found_by": found[1],
        },
    )
    article = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
    if not article.published and found[0]:
        article.published, article.published_found_by = found
    if article.outlet is None:
        article.outlet = _outlet(job, document)
    return article, is_new


def _published(job: IngestJob, document: Document) -> tuple[str, str]:
    if job.published:
        return job.published, FoundBy.FEED if job.feed_id else FoundBy.GIVEN
    return document.published.text, document.published.found_by


def _outlet(job: IngestJob, document: Document) -> Outlet | None:
    if job.outlet is not None:
        return job.outlet
    if document.canonical_url.startswith("http"):
        return outlet_of(document.canonical_url, name=document.outlet_name)
    return outlet_named(document.outlet_name) if document.outlet_name.strip() else None


def _version(article: Article, document: Document, *, is_new: bool) -> Stored:
    text_sha256 = _sha256(document.text.encode())
    newest = article.versions.order_by("-number").first()
    article.last_fetched_at = document.fetched_at
    if newest is not None and newest.text_sha256 == text_sha256:
        article.save()
        return Stored(newest, UNCHANGED)
    if newest is not None:
        article.title = document.title or article.title
        article.language = document.language or article.language
    article.save()
    own = signature(document.text)
    version = ArticleVersion.objects.create(
        article=article,
        number=newest.number + 1 if newest else 1,
        title=document.title or article.title,
        text=document.text,
        language=document.language,
        text_sha256=text_sha256,
        raw_sha256=_sha256(document.raw),
        raw=zlib.compress(document.raw),
        media_type=document.media_type[:100],
        extractor=document.extractor[:100],
        fetched_at=document.fetched_at,
        final_url=document.final_url[:URL_LENGTH],
        etag=document.etag,
        last_modified=document.last_modified,
        simhash=own.signed,
        bands=list(own.bands),
        terms=term_numbers(weighed(document.title, document.text)),
    )
    join_origin(article, document.text, own)
    return Stored(version, NEW if is_new else CHANGED)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _move_on(job: IngestJob, stored: Stored) -> None:
    """Send the job to be read about its event, or ask an editor which event that is."""
    article = stored.version.article
    job.article, job.version, job.outcome = article, stored.version, stored.outcome
    job.reason = job.reason_text = job.lease_token = ""
    job.lease_until = job.next_try_at = None
    events = _events(job, article, stored.version)
    job.state = IngestState.READING if events else IngestState.NEEDS_EVENT
    job.event = events[0] if events else None
    job.settled_at = None if events else timezone.now()
    job.save()
    for event in events:
        announce(stored.version.pk, event.pk)


def announce(version_id: int, event_id: int) -> None:
    """Tell whoever listens that there is a text to read, once it is really there."""
    tell = partial(article_stored.send, ArticleVersion, version_id=version_id, event_id=event_id)
    transaction.on_commit(tell, robust=True)


def _events(job: IngestJob, article: Article, version: ArticleVersion) -> list[Event]:
    """What the article is about: what the job says first, then what is known, else a match."""
    if job.event is not None:
        given = survivor(job.event)
        link(article, given, reason="Given with the request." if not job.feed_id else "The feed's.")
    known = [one.event for one in article.article_events.select_related("event").order_by("pk")]
    if job.event is not None:
        return [given, *(event for event in known if event != given)]
    if known:
        return known
    assignment = match(article, version)
    job.suggestions = suggestions(assignment)
    if assignment.chosen is None:
        return []
    chosen = Event.objects.get(pk=assignment.chosen.event_id)
    link(article, chosen, score=assignment.chosen.score, reason=assignment.chosen.reason)
    return [chosen]


def survivor(event: Event) -> Event:
    """The event itself, or the one it was merged into."""
    seen = {event.pk}
    while event.merged_into is not None and event.merged_into_id not in seen:
        event = event.merged_into
        seen.add(event.pk)
    return event


def link(article: Article, event: Event, *, score: float = 1.0, reason: str = "") -> None:
    """Note that the article is about the event; the first note stays."""
    ArticleEvent.objects.get_or_create(
        article=article, event=event, defaults={"score": score, "reason": reason}
    )
