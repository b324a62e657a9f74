"""What the desk does when sources has news."""

from typing import Any

from django.dispatch import receiver

from claims_tracker.desk import anchors
from sources.signals import article_stored


@receiver(article_stored)
def look_for_lost_words(version_id: int, **_: Any) -> None:
    """A page has changed, perhaps. Should this be lost, the sweeper looks again."""
    anchors.look_at(version_id)
