"""Doors for workers: reading one text, and the sweep that finds what was left lying."""

from celery import shared_task

from claims import comparisons, readings, triage
from sources import jobs
from sources.tasks import HARD_S, SOFT_S


@shared_task(soft_time_limit=SOFT_S, time_limit=HARD_S)
def read(reading_id: int) -> None:
    """Read a text about an event. What fails is written to its row and tried again."""
    readings.work(reading_id)


@shared_task(soft_time_limit=SOFT_S, time_limit=HARD_S)
def compare(claim_id: int) -> None:
    """Compare a claim that an editor changed with those around it."""
    comparisons.compare_claim(claim_id)


@shared_task(soft_time_limit=SOFT_S, time_limit=HARD_S)
def sweep() -> None:
    """Send whatever waits and no message is on its way for; close gaps between two stages.

    Two sweeps at once share the work: each row is locked, sent and marked by one of them.
    """
    jobs.send_due()
    readings.catch_up()
    readings.send_due()
    triage.place_missing()


@shared_task(soft_time_limit=SOFT_S, time_limit=HARD_S)
def sweep_unread() -> None:
    """Have texts read that came to an event without an ingest of their own."""
    readings.find_unread()
