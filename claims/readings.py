"""The life of a reading: one version read about one event, its claims stored and compared.

The row is the job, as in ``sources.jobs``. Every step may be repeated without harm, so a worker
that takes over from a dead one simply begins again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import structlog
from celery.exceptions import SoftTimeLimitExceeded
from django.db import InterfaceError, OperationalError, transaction
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone

from claims import comparisons, storing
from claims.choices import ReadingState
from claims.comparing import compare
from claims.known_names import NAMES, by_full_names, claimants_of
from claims.models import Reading
from claims.reading import read_article
from claims.values import ArticleText, Read
from events.actors import directory as database_directory
from events.directory import Directory
from sources import jobs, leases
from sources.charsets import clean_text
from sources.choices import IngestState
from sources.models import ArticleEvent, ArticleVersion, IngestJob
from sources.sending import send, send_on_commit

log = structlog.get_logger(__name__)

TASK = "claims.tasks.read"
# The reader and its version: a new one may read old texts again (`Reading` is unique by it).
READER = "claims-reading 2.3"
SWEPT = 200
WORDS_LENGTH = 2000
UNREAD_SWEPT = 100
LATELY = timedelta(days=30)
ENDS = {
    ReadingState.DONE: IngestState.DONE,
    ReadingState.SKIPPED: IngestState.DONE,
    ReadingState.QUARANTINED: IngestState.QUARANTINED,
}
WAITING = (
    ReadingState.QUEUED,
    ReadingState.READING,
    ReadingState.COMPARING,
    ReadingState.FAILED,
)
NO_LEASE: dict[str, object] = {"lease_until": None, "lease_token": ""}
DIED = "The worker ended without a word each time it read this. An engineer should look."
LANGUAGE = "language"
TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Tools:
    """What reading uses; tests hand in their own."""

    read: Callable[[ArticleText, Directory], Read] = read_article
    compare: comparisons.Compare = compare
    directory: Callable[[], Directory] = database_directory
    reader: str = READER


def ensure(version_id: int, event_id: int, *, reader: str = READER) -> Reading:
    """The reading of this version about this event, queued and sent if it is new.

    One that has ended settles at once the ingests that wait for it.
    """
    with transaction.atomic():
        reading, is_new = Reading.objects.get_or_create(
            version_id=version_id,
            event_id=event_id,
            reader_version=reader,
            defaults={
                "lease_token": leases.SENT,
                "lease_until": timezone.now() + leases.SENT_FOR,
            },
        )
        if is_new:
            send_on_commit(TASK, reading.pk)
        elif reading.state in ENDS:
            _settle_jobs(reading)
    return reading


def again(version_id: int, event_id: int) -> None:
    """Let a quarantined reading be tried once more, its attempts counted anew."""
    Reading.objects.filter(
        version=version_id, event=event_id, state=ReadingState.QUARANTINED
    ).update(state=ReadingState.QUEUED, attempts=0, reason="", reason_text="", next_try_at=None,
             settled_at=None, **NO_LEASE)  # fmt: skip


def work(reading_id: int, tools: Tools | None = None) -> None:
    """Do the work of a reading, if it is to be done and nobody else is doing it."""
    reading = _take(reading_id)
    if reading is None:
        return
    try:
        _work(reading, tools or Tools())
    except leases.LeaseLost:
        log.warning("another worker has the reading", reading=reading.pk)
    except (OperationalError, InterfaceError):
        raise
    except Exception as error:
        log.exception("reading failed", reading=reading.pk)
        _record(reading, error)


def send_due(*, limit: int = SWEPT) -> int:
    """Send the readings that wait and that no message is on its way for. Returns how many."""
    now = timezone.now()
    with transaction.atomic():
        due = Reading.objects.due(now).select_for_update(skip_locked=True, of=("self",))
        ids = list(due.values_list("pk", flat=True)[:limit])
        Reading.objects.filter(pk__in=ids).update(
            lease_token=leases.SENT, lease_until=now + leases.SENT_FOR
        )
    return sum(send(TASK, pk) for pk in ids)


def catch_up(*, limit: int = SWEPT) -> int:
    """Take up ingests whose text is stored but whose reading was never asked for, or has ended.

    This closes the gap between two stages in which a worker may have died.
    """
    waiting = IngestJob.objects.filter(
        state=IngestState.READING, version__isnull=False, event__isnull=False
    )
    at_work = Reading.objects.filter(
        version=OuterRef("version"), event=OuterRef("event"), reader_version=READER,
        state__in=WAITING,
    )  # fmt: skip
    idle = waiting.exclude(Exists(at_work)).order_by("created_at", "pk")
    pairs = idle.values_list("version_id", "event_id")[:limit]
    found = [(version, event) for version, event in pairs if version and event]
    for version, event in found:
        ensure(version, event)
    return len(found)


def find_unread(*, limit: int = UNREAD_SWEPT) -> int:
    """Ask for readings of articles that belong to an event whose newest text was never read.

    Only what was fetched or linked lately is looked at: a text is missed when a worker dies,
    and nothing waits a month for that to be noticed.
    """
    lately = timezone.now() - LATELY
    newest = ArticleVersion.objects.filter(article=OuterRef("article")).order_by("-number")
    links = ArticleEvent.objects.filter(
        Q(created_at__gte=lately) | Q(article__last_fetched_at__gte=lately)
    ).annotate(newest=Subquery(newest.values("pk")[:1]))
    read = Reading.objects.filter(version=OuterRef("newest"), event=OuterRef("event"))
    unread = links.filter(newest__isnull=False).exclude(Exists(read)).order_by("pk")
    pairs = list(unread.values_list("newest", "event_id")[:limit])
    for version, event in pairs:
        ensure(version, event)
    return len(pairs)


def _take(reading_id: int) -> Reading | None:
    """The reading, leased to us, its attempt counted and committed before any work."""
    now = timezone.now()
    with transaction.atomic():
        due = Reading.objects.filter(leases.free(now), leases.ripe(now), pk=reading_id)
        due = due.filter(state__in=WAITING).select_for_update(skip_locked=True, of=("self",))
        reading = due.first()
        if reading is None:
            return None
        reading.lease_token, reading.lease_until = leases.new_token(), now + leases.LEASE
        died = reading.attempts >= leases.MAX_ATTEMPTS
        reading.attempts += not died
        reading.state = ReadingState.READING
        reading.save(update_fields=["attempts", "state", "lease_token", "lease_until"])
        if died:
            _end(reading, ReadingState.QUARANTINED, "worker_died", DIED)
            return None
        return reading


def _work(reading: Reading, tools: Tools) -> None:
    row = Reading.objects.select_related("version__article__outlet", "event").get(pk=reading.pk)
    directory = tools.directory()
    read = tools.read(article_text(row.version), directory)
    if read.skipped:
        reason = read.skipped.partition(":")[0]
        _end(reading, ReadingState.SKIPPED, reason[:60], _skipped(row.version, reason))
        return
    with transaction.atomic():
        held = leases.hold(Reading.objects.all(), reading.pk, reading.lease_token)
        storing.one_at_a_time(row.event_id)
        claims = by_full_names(read, row.event, reading=row.pk).claims
        stored = storing.store(row.event, row.version, claims, reader=tools.reader)
        held.state = ReadingState.COMPARING
        held.outcome = {
            "read": len(read.claims),
            "outlet_statements": _outlet_statements(read),
            NAMES: claimants_of(read),
            "new": stored.new,
            "quotes": stored.quotes,
        }
        held.save(update_fields=["state", "outcome"])
    results = comparisons.compare_claims(row.event, stored.claims, directory, compare=tools.compare)
    Reading.objects.filter(pk=reading.pk).update(outcome=held.outcome | {"compared": results})
    _end(reading, ReadingState.DONE)


def article_text(version: ArticleVersion) -> ArticleText:
    """What reading takes, of a stored version."""
    article = version.article
    return ArticleText(
        text=version.text,
        title=version.title,
        language=version.language,
        published=article.published_from,
        outlet=article.outlet.name if article.outlet else "",
    )


def _skipped(version: ArticleVersion, reason: str) -> str:
    if reason == LANGUAGE:
        return f"Texts in this language ({version.language or 'unknown'}) are not read yet."
    if reason == TOO_LONG:
        return f"The text is too long to be read as one article ({len(version.text)} letters)."
    return "The text was not read."


def _outlet_statements(read: Read) -> list[dict[str, object]]:
    """The article's own "not independently verified": kept with its place, for editors."""
    return [
        {"start": one.span[0], "end": one.span[1], "verified": one.verified}
        for one in read.outlet_statements
    ]


def _record(reading: Reading, error: Exception) -> None:
    code = "time_limit" if isinstance(error, SoftTimeLimitExceeded) else "error"
    words = clean_text(f"{type(error).__name__}: {error}")[:WORDS_LENGTH]
    try:
        if reading.attempts >= leases.MAX_ATTEMPTS:
            _end(reading, ReadingState.QUARANTINED, code, words)
            return
        again_at = timezone.now() + leases.wait(reading.attempts)
        _change(reading, state=ReadingState.FAILED, reason=code, reason_text=words,
                next_try_at=again_at, **NO_LEASE)  # fmt: skip
    except leases.LeaseLost:
        log.warning("another worker has the reading", reading=reading.pk)


def _end(reading: Reading, state: ReadingState, reason: str = "", words: str = "") -> None:
    with transaction.atomic():
        _change(reading, state=state, reason=reason, reason_text=words, next_try_at=None,
                settled_at=timezone.now(), **NO_LEASE)  # fmt: skip
        reading.state, reading.reason, reading.reason_text = state, reason, words
        _settle_jobs(reading)


def _settle_jobs(reading: Reading) -> None:
    jobs.settle_read(
        reading.version_id,
        reading.event_id,
        ENDS[ReadingState(reading.state)],
        reason=reading.reason,
        words=reading.reason_text,
    )


def _change(reading: Reading, **changes: object) -> None:
    mine = Reading.objects.filter(pk=reading.pk, lease_token=reading.lease_token)
    if not mine.update(**changes):
        raise leases.LeaseLost
