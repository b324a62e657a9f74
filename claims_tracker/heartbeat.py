"""Whether worker and beat live: beat sends a task, the worker that runs it leaves the time."""

from datetime import datetime, timedelta

from django.core.cache import cache
from django.utils import timezone

KEY = "worker-heartbeat"
STALE = timedelta(seconds=90)  # six beats missed


def leave() -> None:
    """Note that a worker ran just now. A dead cache is no reason to fail."""
    cache.set(KEY, timezone.now().isoformat(), timeout=24 * 3600)


def last_seen() -> datetime | None:
    """When a worker last ran; None when nothing is known."""
    found = cache.get(KEY)
    return datetime.fromisoformat(found) if found else None


def alive() -> bool:
    """Whether a worker ran lately."""
    seen = last_seen()
    return seen is not None and timezone.now() - seen < STALE
