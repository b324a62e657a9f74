"""Times by which something is due, in words that say whether it is late."""

from datetime import datetime

from django.utils import timezone
from django.utils.timesince import timesince, timeuntil


def due_words(due_at: datetime | None) -> str:
    """How long until then, or how long it is over ("overdue for 3 days"); "" for no time."""
    if due_at is None:
        return ""
    late = is_overdue(due_at)
    return (
        f"overdue for {timesince(due_at, depth=1)}"
        if late
        else f"due in {timeuntil(due_at, depth=1)}"
    )


def is_overdue(due_at: datetime | None) -> bool:
    """Whether the time is over."""
    return due_at is not None and due_at < timezone.now()
