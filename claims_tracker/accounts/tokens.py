"""API tokens: shown once, stored as a hash."""

from datetime import timedelta

from django.utils import timezone

from claims_tracker.accounts.models import ApiToken, User
from claims_tracker.accounts.people import AccountError

USED_AGAIN_AFTER = timedelta(minutes=1)  # one write a minute is enough to tell what is in use


def note_use(token: ApiToken) -> None:
    """Keep when the token was last used, to the minute."""
    now = timezone.now()
    if token.last_used_at is None or now - token.last_used_at > USED_AGAIN_AFTER:
        ApiToken.objects.filter(pk=token.pk).update(last_used_at=now)


def make_token(
    person: User, *, name: str, expires: timedelta | None = None, scope: str = "ingest"
) -> str:
    """A new token of the person, who may do with it what scope and role allow.

    ``scope`` is "read" or "ingest"; ``expires`` None never does.
    """
    if not person.is_active:
        raise AccountError(f"{person.username} is deactivated.")
    if not person.has_perm("accounts.use_api_token"):
        raise AccountError(f"{person.username} has no role, so a token would open nothing.")
    if not name.strip():
        raise AccountError("Say what the token is for.")
    if expires is not None and expires <= timedelta():
        raise AccountError("A token must be good for at least a day.")
    _, token = ApiToken.objects.create(
        user=person, expiry=expires, name=name.strip()[:100], scope=scope
    )
    return str(token)
