"""What the desk does by the clock."""

from celery import shared_task

from claims_tracker.desk import anchors


@shared_task(ignore_result=True)
def look_for_lost_words() -> None:
    """Look at the changed texts of the last days again. Running it twice is harmless."""
    anchors.look_again()
