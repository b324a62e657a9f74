"""The task that shows that worker and beat live."""

from celery import shared_task

from claims_tracker import heartbeat as heartbeats


@shared_task(expires=30)
def heartbeat() -> None:
    """Leave a sign of life. Beat sends it every few seconds."""
    heartbeats.leave()
