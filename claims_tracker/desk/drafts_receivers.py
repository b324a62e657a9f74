"""What the desk does when a form was stored."""

from typing import Any

from django.dispatch import receiver
from django.http import HttpRequest

from claims_tracker.desk import drafts
from events.administration.signals import form_sent


@receiver(form_sent)
def forget_draft(request: HttpRequest, **_: Any) -> None:
    """Its words are stored: the draft goes."""
    drafts.sent(request.path, by=request.user)  # type: ignore[arg-type] # our own user
