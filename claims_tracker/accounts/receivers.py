"""What follows a log-in, a new password and a deactivation, by whatever way they come."""

from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.http import HttpRequest

from claims_tracker.accounts import sessions
from claims_tracker.accounts.models import User


@receiver(user_logged_in, dispatch_uid="accounts.session_began")
def session_began(request: HttpRequest, user: User, **_: Any) -> None:
    """Keep the session, for the person's own list."""
    sessions.begin(request, user)


@receiver(post_save, sender=User, dispatch_uid="accounts.person_saved")
def person_saved(instance: User, *, created: bool, **_: Any) -> None:
    """End the sessions of who has a new password, and of who was deactivated; the tokens too.

    Django sets ``_password`` until the saving is over. The session that asked for the new password
    lives on: Django gives it a new key right after.
    """
    if created:
        return
    if not instance.is_active:
        instance.auth_token_set.all().delete()
    if not instance.is_active or getattr(instance, "_password", None) is not None:
        sessions.end_all(instance)
