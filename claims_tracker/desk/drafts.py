"""Words typed into a form and not sent yet, kept for the person who typed them."""

import json
from datetime import timedelta
from typing import Any

from django.utils import timezone

from claims.permissions import DecisionError
from claims_tracker.accounts.models import User
from claims_tracker.desk.models import Draft

LIMIT = 200_000  # letters of JSON; a form of ours has far less
KEPT_FOR = timedelta(days=30)
SECRET = ("csrfmiddlewaretoken", "password", "password1", "password2")


class DraftError(DecisionError):
    """The draft cannot be kept."""


def keep(form: str, data: dict[str, Any], *, by: User) -> Draft:
    """Keep what stands in a form now, in place of what stood there before.

    ``form`` is the form's address. Tokens and passwords are left out.
    """
    if not by.is_active:
        raise DraftError("Log in again to keep your draft.")
    kept = {name: value for name, value in data.items() if name not in SECRET}
    if len(json.dumps(kept)) > LIMIT:
        raise DraftError("This is too much for a draft; save it in smaller parts.")
    draft, _ = Draft.objects.update_or_create(person=by, form=form[:200], defaults={"data": kept})
    return draft


def kept(form: str, *, by: User) -> dict[str, Any] | None:
    """What the person left in the form; None for nothing."""
    draft = Draft.objects.filter(person=by, form=form[:200]).first()
    return None if draft is None else dict(draft.data)


def drop(form: str, *, by: User) -> None:
    """Forget it, as the form was sent."""
    Draft.objects.filter(person=by, form=form[:200]).delete()


def drop_old() -> int:
    """Forget drafts that nobody touched for a month; how many there were."""
    count, _ = Draft.objects.filter(updated_at__lt=timezone.now() - KEPT_FOR).delete()
    return count
