"""API tokens: shown once, stored as a hash."""

from datetime import timedelta

from claims_tracker.accounts.models import ApiToken, User
from claims_tracker.accounts.people import AccountError


def make_token(person: User, *, name: str, expires: timedelta | None = None) -> str:
    """A new token of the person, who may do with it what the role allows. None never expires."""
    if not person.is_active:
        raise AccountError(f"{person.username} is deactivated.")
    if not person.has_perm("accounts.use_api_token"):
        raise AccountError(f"{person.username} has no role, so a token would open nothing.")
    if not name.strip():
        raise AccountError("Say what the token is for.")
    if expires is not None and expires <= timedelta():
        raise AccountError("A token must be good for at least a day.")
    _, token = ApiToken.objects.create(user=person, expiry=expires, name=name.strip()[:100])
    return str(token)
