"""What editors do about a feed that fails: have it asked again at once, or let it rest."""

from typing import Any

import pghistory
from django.db import transaction
from django.utils import timezone

from sources.choices import FeedState
from sources.models import Feed


def ask_again(feed: Feed, *, by: Any) -> Feed:
    """Have the feed asked now, as if it had never failed."""
    now = timezone.now()
    return _switch(feed, FeedState.ACTIVE, by, "Asked again.", failures=0, next_poll_at=now)


def pause(feed: Feed, *, by: Any) -> Feed:
    """Ask the feed no more until somebody makes it active."""
    return _switch(feed, FeedState.PAUSED, by, "Paused.")


def _switch(feed: Feed, to: FeedState, by: Any, reason: str, **changes: Any) -> Feed:
    with pghistory.context(user=by.pk, reason=reason), transaction.atomic():
        held = Feed.objects.select_for_update(of=("self",)).get(pk=feed.pk)
        for name, value in ({"state": to} | changes).items():
            setattr(held, name, value)
        held.save(update_fields=["state", *changes])
    return held
