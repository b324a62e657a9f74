"""Words typed into a form and not sent yet, kept for the person who typed them."""

import hashlib
import json
import re
from datetime import timedelta
from typing import Any

from django.core.cache import cache
from django.utils import timezone

from claims.permissions import DecisionError
from claims_tracker.accounts.models import User
from claims_tracker.desk.models import Draft

LIMIT = 200_000  # letters of JSON; a form of ours has far less
KEPT_FOR = timedelta(days=30)
MOST = 100  # drafts a person; older ones go first
SENT_FOR_S = 24 * 60 * 60
# Whatever is called like this, alone or within a longer name.
SECRET = re.compile(r"csrf|passw|token|secret|otp|passcode|recovery", re.IGNORECASE)


class DraftError(DecisionError):
    """The draft cannot be kept."""


def keep(form: str, data: dict[str, Any], *, by: User) -> Draft:
    """Keep what stands in a form now, in place of what stood there before.

    ``form`` is the form's address. Tokens and passwords are left out.
    """
    if not by.is_active:
        raise DraftError("Log in again to keep your draft.")
    kept = {name: value for name, value in data.items() if not SECRET.search(name)}
    if len(json.dumps(kept)) > LIMIT:
        raise DraftError("This is too much for a draft; save it in smaller parts.")
    draft, new = Draft.objects.update_or_create(person=by, form=form[:200], defaults={"data": kept})
    if new:
        drop_old()
        own = Draft.objects.filter(person=by).order_by("-updated_at", "-pk")
        Draft.objects.filter(pk__in=list(own.values_list("pk", flat=True)[MOST:])).delete()
    return draft


def kept(form: str, *, by: User) -> dict[str, Any] | None:
    """What the person left in the form; None for nothing."""
    draft = left(form, by=by)
    return None if draft is None else dict(draft.data)


def left(form: str, *, by: User) -> Draft | None:
    """The draft that the person left in the form."""
    return Draft.objects.filter(person=by, form=form[:200]).first()


def drop(form: str, *, by: User) -> None:
    """Forget it, as the person wants."""
    Draft.objects.filter(person=by, form=form[:200]).delete()


def sent(form: str, *, by: User) -> None:
    """Forget it, as the form was sent; what a browser kept by itself is forgotten by this too."""
    drop(form, by=by)
    cache.set(_sent_key(form, by), timezone.now().timestamp(), SENT_FOR_S)


def sent_at(form: str, *, by: User) -> float | None:
    """When the person last sent the form, in seconds since 1970; None where that is forgotten."""
    found = cache.get(_sent_key(form, by))
    return None if found is None else float(found)


def _sent_key(form: str, by: User) -> str:
    return f"desk-sent:{by.pk}:{hashlib.sha256(form.encode()).hexdigest()[:32]}"


def drop_old() -> int:
    """Forget drafts that nobody touched for a month; how many there were."""
    count, _ = Draft.objects.filter(updated_at__lt=timezone.now() - KEPT_FOR).delete()
    return count
