"""Whether a worker and the clock are alive, as far as the cache knows.

The worker's main process and the clock's each write the time; what is older than ``ALIVE_FOR``
counts as gone. A cache that is away knows of nobody.
"""

from datetime import datetime, timedelta

from django.core.cache import cache
from django.utils import timezone

ALIVE_FOR = timedelta(seconds=45)
KEPT_S = 24 * 3600


def mark(part: str) -> None:
    """Note that ``part`` ("worker" or "beat") is alive now."""
    cache.set(f"alive:{part}", timezone.now().isoformat(), KEPT_S)


def last_seen(part: str) -> datetime | None:
    """When ``part`` last gave a sign of life; None when it never did, or a day ago."""
    seen = cache.get(f"alive:{part}")
    return datetime.fromisoformat(seen) if seen else None


def is_alive(part: str) -> bool:
    """Whether ``part`` gave a sign of life lately."""
    seen = last_seen(part)
    return seen is not None and timezone.now() - seen < ALIVE_FOR
