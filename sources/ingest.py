"""Taking an article in: the request, the work on it, and an editor's word about it.

A request is a row (``IngestJob``) and, once that is committed, a message as a hint. ``work`` is
what a worker does with the row; each step may be repeated without harm.
"""

import hashlib
from datetime import UTC, datetime
from typing import Any

import structlog
from celery.exceptions import SoftTimeLimitExceeded
from django.db import IntegrityError, InterfaceError, OperationalError, transaction
from django.utils import timezone

from events.dates import DateError, bounds
from events.models import Event
from sources import documents, jobs, leases, storing
from sources.canonical import canonical_url
from sources.charsets import clean_text
from sources.choices import Gone, IngestState
from sources.dates import published as published_date
from sources.fetching import FetchFailed, FetchRefused, Reason
from sources.fetching.targets import parse_target
from sources.models import Article, ArticleEvent, Feed, IngestJob, Outlet
from sources.refusals import ExtractionRefused
from sources.sending import send_on_commit
from sources.signals import ingest_retried

log = structlog.get_logger(__name__)

MAX_PAYLOAD = 5 * 1024 * 1024
TITLE_LENGTH = 1000
NAME_LENGTH = 300
UNSETTLED = (
    IngestState.QUEUED,
    IngestState.FETCHING,
    IngestState.READING,
    IngestState.FAILED,
)
RETRYABLE = (IngestState.FAILED, IngestState.QUARANTINED, IngestState.REFUSED)
GONE = (Reason.HTTP_404, Reason.HTTP_410)


class IngestError(Exception):
    """A request that cannot be taken; ``code`` for programs, the text for people."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(words)
        self.code = code


def request_url(
    url: str,
    *,
    event: Event | None = None,
    outlet: Outlet | None = None,
    published: str = "",
    requested_by: Any = None,
    feed: Feed | None = None,
) -> IngestJob:
    """Ask for the article at an address; the same unsettled request is given back, not doubled.

    ``published`` is ISO 8601 or EDTF. An address that can never be asked makes a refused job.
    Raises IngestError for a date that is none, or an address too long to be one.
    """
    address = clean_text(url).strip()
    if not address or len(address) > storing.URL_LENGTH:
        raise IngestError("bad_url", "This is no web address, or too long a one.")
    try:
        address = parse_target(address).url
        refusal = None
    except FetchRefused as error:
        refusal = error
    key = request_key(address, event)
    fields = {"url": address[: storing.URL_LENGTH], "request_key": key, "event": event,
              "outlet": outlet, "published": _edtf(published), "feed": feed,
              "requested_by": requested_by}  # fmt: skip
    if refusal is not None:
        return _refused(fields, refusal.code, refusal.words)
    return _queued(fields)


def request_file(
    name: str,
    content: bytes,
    *,
    media_type: str = "",
    title: str = "",
    event: Event | None = None,
    outlet: Outlet | None = None,
    published: str = "",
    requested_by: Any = None,
) -> IngestJob:
    """Ask for an article given as bytes: a text, a page, or (``application/json``) one row.

    ``media_type`` is told from the name when not given. Raises IngestError.
    """
    kind = media_type or documents.media_type_of(name)
    if not kind:
        raise IngestError("unsupported_media_type", "Only .txt, .html and .jsonl files are taken.")
    hashed = hashlib.sha256(content).hexdigest()
    fields = {"file_name": clean_text(name)[-NAME_LENGTH:] or "file", "payload_type": kind,
              "request_key": request_key(f"file:{kind}:{hashed}", event), "event": event,
              "outlet": outlet, "published": _edtf(published), "requested_by": requested_by,
              "given_title": " ".join(clean_text(title).split())[:TITLE_LENGTH]}  # fmt: skip
    if len(content) > MAX_PAYLOAD:
        return _refused(fields, "too_large", "The file is larger than 5 MiB.")
    return _queued(fields | {"payload": content})


def request_key(source: str, event: Event | None) -> str:
    """What makes two requests the same: the source and the event."""
    return hashlib.sha256(f"{source}\n{event.pk if event else ''}".encode()).hexdigest()


def work(job_id: int, *, fetch: documents.Fetch = documents.from_the_web) -> None:
    """Do the work of a job, if it is to be done and nobody else is doing it.

    Every end is written to the row. What the database itself raises goes out: then the lease
    runs out and the sweeper sends the job again.
    """
    job = jobs.take(job_id)
    if job is None:
        return
    try:
        _work(job, fetch)
    except leases.LeaseLost:
        log.warning("another worker has the job", job=job.public_id)
    except (OperationalError, InterfaceError):
        raise
    except Exception as error:
        log.exception("ingest failed", job=job.public_id)
        _record(job, error)


def _work(job: IngestJob, fetch: documents.Fetch) -> None:
    try:
        storing.store(job, documents.open_job(job, fetch=fetch))
    except documents.NotModified as same:
        storing.keep(job, same.version)
    except FetchFailed as failure:
        if failure.code == Reason.HOST_BUSY:
            jobs.put_back(job)
        else:
            jobs.fail(job, failure.code, failure.words, asked=failure.retry_after)
    except FetchRefused as refusal:
        _note_gone(job, refusal)
        jobs.refuse(job, refusal.code, refusal.words)
    except ExtractionRefused as refusal:
        jobs.refuse(job, refusal.code, refusal.words)


def _record(job: IngestJob, error: Exception) -> None:
    code = "time_limit" if isinstance(error, SoftTimeLimitExceeded) else "error"
    words = clean_text(f"{type(error).__name__}: {error}")
    try:
        jobs.fail(job, code, words)
    except leases.LeaseLost:
        log.warning("another worker has the job", job=job.public_id)


def _note_gone(job: IngestJob, refusal: FetchRefused) -> None:
    """Remember that a page we have is not there any more; our copy stays."""
    if refusal.code in GONE:
        known = Article.objects.filter(canonical_url=canonical_url(job.url))
        known.filter(gone=Gone.NO).update(gone=Gone.NOT_FOUND, gone_at=timezone.now())


@transaction.atomic
def assign_event(job: IngestJob, event: Event, *, by: Any) -> IngestJob:
    """Say which event a stored article is about; it is then read about it.

    Raises IngestError when there is nothing stored yet.
    """
    job = IngestJob.objects.select_for_update(of=("self",)).get(pk=job.pk)
    if job.version_id is None or job.article is None:
        raise IngestError("not_stored", "This ingest has brought no article yet.")
    event = storing.survivor(event)
    ArticleEvent.objects.update_or_create(
        article=job.article,
        event=event,
        defaults={"score": 1.0, "reason": "Decided by an editor.", "decided_by": by},
    )
    _restart(job, IngestState.READING, event=event)
    storing.announce(job.version_id, event.pk)
    return job


@transaction.atomic
def retry(job: IngestJob, *, by: Any) -> IngestJob:
    """Try a failed, refused or quarantined job again, with its attempts counted anew.

    Raises IngestError for a job in another state.
    """
    job = IngestJob.objects.select_for_update(of=("self",)).get(pk=job.pk)
    if job.state not in RETRYABLE:
        words = f"An ingest that is “{job.get_state_display()}” is not retried."
        raise IngestError("not_retryable", words)
    log.info("ingest retried", job=job.public_id, by=getattr(by, "pk", None))
    if job.version_id is not None and job.event_id is not None:
        _restart(job, IngestState.READING)
        ingest_retried.send(IngestJob, version_id=job.version_id, event_id=job.event_id)
        storing.announce(job.version_id, job.event_id)
        return job
    _restart(job, IngestState.QUEUED)
    _mark_and_send(job)
    return job


def _restart(job: IngestJob, state: IngestState, **changes: Any) -> None:
    """Bring a settled job back to life; its key is made its own if another has taken it up."""
    job.state, job.attempts, job.settled_at, job.next_try_at = state, 0, None, None
    job.reason = job.reason_text = job.lease_token = ""
    job.lease_until = None
    for name, value in changes.items():
        setattr(job, name, value)
    others = IngestJob.objects.filter(request_key=job.request_key, state__in=UNSETTLED)
    if others.exclude(pk=job.pk).exists():
        job.request_key = hashlib.sha256(f"{job.request_key}\n{job.public_id}".encode()).hexdigest()
    job.save()


def _queued(fields: dict[str, Any]) -> IngestJob:
    same = IngestJob.objects.filter(request_key=fields["request_key"], state__in=UNSETTLED)
    waiting = same.first()
    if waiting is not None:
        return waiting
    try:
        with transaction.atomic():
            job = IngestJob.objects.create(**fields)
            _mark_and_send(job)
            return job
    except IntegrityError:
        # Somebody asked for the same in this moment. Only theirs can be the reason.
        waiting = same.first()
        if waiting is None:
            raise
        return waiting


def _mark_and_send(job: IngestJob) -> None:
    jobs.mark_sent([job.pk], timezone.now())
    send_on_commit(jobs.TASK, job.pk)


def _refused(fields: dict[str, Any], code: str, words: str) -> IngestJob:
    return IngestJob.objects.create(
        **fields, state=IngestState.REFUSED, reason=code, reason_text=words,
        settled_at=timezone.now(),
    )  # fmt: skip


def _edtf(text: str) -> str:
    if not text.strip():
        return ""
    try:
        found = published_date(text, "given", not_after=datetime.now(UTC)).text
        bounds(found)
    except DateError as error:
        raise IngestError("bad_date", str(error)) from None
    if not found:
        words = f"“{text}” is no date I can read, or lies ahead. Write 2023-05-22T14:50:00Z."
        raise IngestError("bad_date", words)
    return found
