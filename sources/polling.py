"""Looking for new articles in feeds: politely, one worker a feed, less often when it fails."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import structlog
from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone

from events.dates import edtf_of
from sources import leases
from sources.canonical import site_of
from sources.choices import FeedState
from sources.documents import Fetch, from_the_web
from sources.feeds_parsing import FeedEntry, parse_feed
from sources.fetching import Accept, Fetched, FetchError, FetchFailed, Reason
from sources.ingest import IngestError, request_key, request_url
from sources.models import Feed, IngestJob, Outlet
from sources.refusals import ExtractionRefused
from sources.sending import send

log = structlog.get_logger(__name__)

TASK = "sources.tasks.poll_feed"
EVERY = timedelta(minutes=10)
LONGEST_WAIT = timedelta(hours=24)
# An article still in its feed may have changed; asking costs little (conditional GET).
LOOK_AGAIN = timedelta(hours=1)
FAILING_FROM = 2
STOPPED_FROM = 12
SWEPT = 100
POLLED = (FeedState.ACTIVE, FeedState.FAILING)


def send_due(*, limit: int = SWEPT) -> int:
    """Send each feed that is due to a worker. Returns how many were sent."""
    now = timezone.now()
    with transaction.atomic():
        due = Feed.objects.due(now).select_for_update(skip_locked=True, of=("self",))
        ids = list(due.values_list("pk", flat=True)[:limit])
        Feed.objects.filter(pk__in=ids).update(
            lease_token=leases.SENT, lease_until=now + leases.SENT_FOR
        )
    return sum(send(TASK, pk) for pk in ids)


def poll(feed_id: int, *, fetch: Fetch = from_the_web, force: bool = False) -> list[IngestJob]:
    """Poll one feed if it is due and nobody else does. Returns the ingests that were asked for.

    ``force`` polls it now, and asks again for every article in it.
    """
    feed = _take(feed_id, force=force)
    if feed is None:
        return []
    try:
        return _poll(feed, fetch, force=force)
    except leases.LeaseLost:
        log.warning("another worker has the feed", feed=feed.public_id)
    except (OperationalError, InterfaceError):
        raise
    except Exception as error:
        log.exception("feed failed", feed=feed.public_id)
        _fail(feed, f"{type(error).__name__}: {error}", None)
    return []


def _take(feed_id: int, *, force: bool) -> Feed | None:
    now = timezone.now()
    with transaction.atomic():
        feeds = Feed.objects.filter(leases.free(now), pk=feed_id)
        if not force:
            feeds = feeds.filter(state__in=POLLED, next_poll_at__lte=now)
        feed = feeds.select_for_update(skip_locked=True, of=("self",)).first()
        if feed is None:
            return None
        feed.lease_token, feed.lease_until = leases.new_token(), now + leases.LEASE
        # Should this worker die, the feed is not at once polled by the next.
        feed.next_poll_at = now + leases.LEASE
        feed.save(update_fields=["lease_token", "lease_until", "next_poll_at"])
        return feed


def _poll(feed: Feed, fetch: Fetch, *, force: bool) -> list[IngestJob]:
    try:
        page = _fetch(feed, fetch, force=force)
        entries = () if page.not_modified else _entries(page)
    except FetchFailed as failure:
        if failure.code == Reason.HOST_BUSY:
            _finish(feed, next_poll_at=timezone.now() + leases.FIRST_WAIT)
        else:
            _fail(feed, failure.words, failure.retry_after)
        return []
    except (FetchError, ExtractionRefused) as refusal:
        gone = refusal.code == Reason.HTTP_410
        _fail(feed, refusal.words, None, stop=gone)
        return []
    requested = _request(feed, entries, force=force)
    state = feed.state if feed.state == FeedState.PAUSED else FeedState.ACTIVE
    _finish(feed, next_poll_at=timezone.now() + EVERY, etag=page.etag[:500], state=state,
            last_modified=page.last_modified[:100], failures=0, last_error="")  # fmt: skip
    return requested


def _fetch(feed: Feed, fetch: Fetch, *, force: bool) -> Fetched:
    known = {} if force else {"etag": feed.etag, "last_modified": feed.last_modified}
    return fetch(feed.url, accept=Accept.FEED, **known)


def _entries(page: Fetched) -> Sequence[FeedEntry]:
    return parse_feed(
        page.content, url=page.final_url, media_type=page.media_type, charset=page.charset
    )


def _request(feed: Feed, entries: Sequence[FeedEntry], *, force: bool) -> list[IngestJob]:
    now = timezone.now()
    keys = {request_key(entry.url, feed.event): entry for entry in entries}
    asked = IngestJob.objects.filter(request_key__in=keys)
    if not force:
        fresh = asked.filter(created_at__gt=now - LOOK_AGAIN)
        for key in fresh.values_list("request_key", flat=True):
            keys.pop(key, None)
    return [job for entry in keys.values() if (job := _request_entry(feed, entry, now))]


def _request_entry(feed: Feed, entry: FeedEntry, now: datetime) -> IngestJob | None:
    known = entry.published is not None and entry.published <= now
    try:
        return request_url(
            entry.url,
            event=feed.event,
            outlet=_outlet(feed, entry.url),
            published=edtf_of(entry.published) if entry.published and known else "",
            feed=feed,
        )
    except IngestError as error:
        log.warning("feed entry left out", feed=feed.public_id, reason=error.code)
        return None


def _outlet(feed: Feed, url: str) -> Outlet | None:
    """The feed's outlet for addresses of its own site; others are told by their domain."""
    own, other = (urlsplit(address).hostname or "" for address in (feed.url, url))
    return feed.outlet if site_of(own) == site_of(other) else None


def _fail(feed: Feed, words: str, asked: timedelta | None, *, stop: bool = False) -> None:
    failures = feed.failures + 1
    wait = min(EVERY * 2 ** min(failures, 10), LONGEST_WAIT)
    wait = max(wait, min(asked, leases.LONGEST_ASKED)) if asked else wait
    state = FeedState.FAILING if failures >= FAILING_FROM else feed.state
    if stop or failures >= STOPPED_FROM:
        state = FeedState.STOPPED
    _finish(feed, next_poll_at=timezone.now() + wait, failures=failures,
            last_error=words[:2000], state=state)  # fmt: skip


def _finish(feed: Feed, **changes: object) -> None:
    mine = Feed.objects.filter(pk=feed.pk, lease_token=feed.lease_token)
    polled = {"last_polled_at": timezone.now(), "lease_until": None, "lease_token": ""}
    if not mine.update(**{**polled, **changes}):
        raise leases.LeaseLost
