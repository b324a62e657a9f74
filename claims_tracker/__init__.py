"""Claims Tracker: how the parts are put together."""

from claims_tracker.celery import app as celery_app

__all__ = ["celery_app"]
