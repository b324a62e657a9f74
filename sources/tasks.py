"""Doors for workers: an id in, one call. Running any of them twice is harmless."""

from celery import shared_task

from sources import ingest as ingesting
from sources import polling

# Below the lease (`sources.leases.LEASE`), so that no two workers are ever at one row.
SOFT_S, HARD_S = 45, 55


@shared_task(soft_time_limit=SOFT_S, time_limit=HARD_S)
def ingest(job_id: int) -> None:
    """Fetch and store what a job asks for. What fails is written to its row and tried again."""
    ingesting.work(job_id)


@shared_task(soft_time_limit=SOFT_S, time_limit=HARD_S)
def poll_feed(feed_id: int) -> None:
    """Look for new articles in one feed."""
    polling.poll(feed_id)


@shared_task
def poll_feeds() -> None:
    """Send each feed that is due to a worker."""
    polling.send_due()
