"""What claims does when sources has news."""

from typing import Any

from django.dispatch import receiver

from claims import comparisons, readings
from claims.signals import claim_edited
from sources.sending import send
from sources.signals import article_stored, ingest_retried


@receiver(article_stored)
def read_it(version_id: int, event_id: int, **_: Any) -> None:
    """Have a new text read. Should this be lost, the sweeper finds the ingest that waits."""
    readings.ensure(version_id, event_id)


@receiver(ingest_retried)
def read_it_again(version_id: int, event_id: int, **_: Any) -> None:
    """Let a quarantined reading be tried again, within the editor's transaction."""
    readings.again(version_id, event_id)


@receiver(claim_edited)
def compare_it_anew(claim_id: int, **_: Any) -> None:
    """A side of its pairs has changed. Without a broker it is compared here and now."""
    if not send("claims.tasks.compare", claim_id):
        comparisons.compare_claim(claim_id)
