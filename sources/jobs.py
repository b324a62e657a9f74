"""The life of an ingest: taken by a worker, tried again, and settled. Rows only, no network."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import structlog
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from sources import leases
from sources.choices import IngestState
from sources.models import IngestJob
from sources.sending import send

log = structlog.get_logger(__name__)

TASK = "sources.tasks.ingest"
WAITING = (IngestState.QUEUED, IngestState.FAILED)
SWEPT = 200  # in one sweep; the next one comes in seconds
BUSY_WAIT = timedelta(seconds=5)
WORDS_LENGTH = 2000
NO_LEASE: dict[str, object] = {"lease_until": None, "lease_token": ""}


def take(job_id: int) -> IngestJob | None:
    """The job, leased to the caller, its attempt counted; None when it is not to be worked on.

    The attempt is committed before any work: an article that kills its worker each time runs
    out of attempts and ends in quarantine.
    """
    now = timezone.now()
    with transaction.atomic():
        due = IngestJob.objects.filter(leases.free(now), leases.ripe(now), pk=job_id)
        due = due.filter(state__in=[*WAITING, IngestState.FETCHING])
        job = due.select_for_update(skip_locked=True, of=("self",)).first()
        if job is None:
            return None
        if job.attempts >= leases.MAX_ATTEMPTS:
            _settle(job.pk, IngestState.QUARANTINED, "worker_died", DIED)
            return None
        job.attempts += 1
        job.state = IngestState.FETCHING
        job.lease_token = leases.new_token()
        job.lease_until = now + leases.LEASE
        job.save(update_fields=["attempts", "state", "lease_token", "lease_until"])
        return job


DIED = "The worker ended without a word each time it worked on this. An engineer should look."


def refuse(job: IngestJob, code: str, words: str) -> None:
    """End the job: asking again would bring the same. Raises LeaseLost."""
    _finish(job, IngestState.REFUSED, code, words)


def fail(job: IngestJob, code: str, words: str, *, asked: timedelta | None = None) -> None:
    """Try again later, or give up after too many attempts. Raises LeaseLost.

    ``asked`` is how long the publisher asked us to wait.
    """
    if job.attempts >= leases.MAX_ATTEMPTS:
        _finish(job, IngestState.QUARANTINED, code, words)
        return
    again = timezone.now() + leases.wait(job.attempts, asked=asked)
    _change(job, state=IngestState.FAILED, reason=code, reason_text=words[:WORDS_LENGTH],
            next_try_at=again, **NO_LEASE)  # fmt: skip


def put_back(job: IngestJob) -> None:
    """Wait for the host's turn; that it is busy is no fault of the article. Raises LeaseLost."""
    _change(job, state=IngestState.QUEUED, attempts=F("attempts") - 1,
            next_try_at=timezone.now() + BUSY_WAIT, **NO_LEASE)  # fmt: skip


def settle_read(
    version_id: int, event_id: int, state: IngestState, *, reason: str = "", words: str = ""
) -> None:
    """Settle the jobs that waited for this version to be read about this event."""
    jobs = IngestJob.objects.filter(
        version=version_id, event=event_id, state=IngestState.READING
    ).order_by("pk")
    for pk in jobs.values_list("pk", flat=True):
        _settle(pk, state, reason, words)


def send_due(*, limit: int = SWEPT) -> int:
    """Send the jobs that wait and that no message is on its way for. Returns how many.

    A job whose lease ran out belongs to a dead worker: from here on its token counts no more.
    """
    now = timezone.now()
    with transaction.atomic():
        due = IngestJob.objects.due(now).select_for_update(skip_locked=True, of=("self",))
        ids = list(due.values_list("pk", flat=True)[:limit])
        mark_sent(ids, now)
    return sum(send(TASK, pk) for pk in ids)


def mark_sent(ids: Iterable[int], now: datetime) -> None:
    """Note that messages for these jobs are on their way."""
    IngestJob.objects.filter(pk__in=ids).update(
        lease_token=leases.SENT, lease_until=now + leases.SENT_FOR
    )


def _finish(job: IngestJob, state: IngestState, code: str, words: str) -> None:
    log.info("ingest settled", job=job.public_id, state=str(state), reason=str(code))
    _change(job, state=state, reason=code, reason_text=words[:WORDS_LENGTH],
            settled_at=timezone.now(), next_try_at=None, **NO_LEASE)  # fmt: skip


def _change(job: IngestJob, **changes: object) -> None:
    mine = IngestJob.objects.filter(pk=job.pk, lease_token=job.lease_token)
    if not mine.update(**changes):
        raise leases.LeaseLost


def _settle(pk: int, state: IngestState, reason: str, words: str) -> None:
    log.info("ingest settled", job=pk, state=str(state), reason=reason)
    IngestJob.objects.filter(pk=pk).update(
        state=state, reason=reason, reason_text=words[:WORDS_LENGTH],
        settled_at=timezone.now(), next_try_at=None, **NO_LEASE,
    )  # fmt: skip
