"""Where a person is logged in, and how to end it. A session that is ended is gone from the table.

The key of a session is as good as a password, so beside Django's own table only its hash is kept;
the database hashes its own keys when a session is to be found by it.
"""

import hashlib

from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import models, transaction
from django.db.models import Exists, F, Func, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from claims_tracker.accounts import devices
from claims_tracker.accounts.models import DeskSession, User
from claims_tracker.middleware import client_address

SEEN_AGAIN_AFTER = 300  # seconds: one write in five minutes is enough to tell what is in use


class HashOfKey(Func):
    """The hash of a session's key, reckoned by the database."""

    function = "sha256"
    template = "encode(%(function)s(convert_to(%(expressions)s, 'UTF8')), 'hex')"
    output_field = models.CharField()


def hash_of(key: str) -> str:
    """The hash by which a session is known."""
    return hashlib.sha256(key.encode()).hexdigest()


def begin(request: HttpRequest, person: User) -> None:
    """Keep that the request's session has begun, and forget sessions that are over."""
    if not request.session.session_key:
        request.session.save()
    known = hash_of(request.session.session_key or "")
    now = timezone.now()
    Session.objects.filter(expire_date__lt=now).delete()  # nobody else clears Django's table
    DeskSession.objects.filter(user=person).exclude(_is_living()).delete()
    DeskSession.objects.update_or_create(
        key_hash=known,
        defaults={
            "user": person,
            "device": devices.in_words(request.headers.get("User-Agent", "")),
            "address": devices.shortened(client_address(request)),
            "began_at": now,
            "last_seen_at": now,
        },
    )
    cache.set(_seen(known), 1, SEEN_AGAIN_AFTER)


def moved(request: HttpRequest, person: User, *, before: str) -> None:
    """Follow a session to its new key, which it gets with a new password."""
    after = hash_of(request.session.session_key or "")
    if not DeskSession.objects.filter(key_hash=hash_of(before)).update(key_hash=after):
        begin(request, person)


def seen(key: str) -> None:
    """Keep when the session was last used, to five minutes. Costs a query only then."""
    known = hash_of(key)
    if cache.add(_seen(known), 1, SEEN_AGAIN_AFTER):
        DeskSession.objects.filter(key_hash=known).update(last_seen_at=timezone.now())


def living(person: User) -> QuerySet[DeskSession]:
    """Where the person is logged in now, the last used first."""
    return DeskSession.objects.filter(_is_living(), user=person)


def end(sessions: QuerySet[DeskSession]) -> int:
    """Log out these sessions at once; how many there were."""
    with transaction.atomic():
        hashes = list(sessions.select_for_update().values_list("key_hash", flat=True))
        if hashes:
            keyed = Session.objects.annotate(hashed=HashOfKey(F("session_key")))
            keyed.filter(hashed__in=hashes).delete()
            DeskSession.objects.filter(key_hash__in=hashes).delete()
    return len(hashes)


def end_others(request: HttpRequest, person: User) -> int:
    """End every session of the person but the request's own."""
    own = hash_of(request.session.session_key or "")
    return end(DeskSession.objects.filter(user=person).exclude(key_hash=own))


def end_all(person: User) -> int:
    """End every session of the person."""
    return end(DeskSession.objects.filter(user=person))


def _is_living() -> Exists:
    """Whether the session of a row is still in Django's table, and not run out."""
    rows = Session.objects.filter(expire_date__gt=timezone.now()).annotate(
        hashed=HashOfKey(F("session_key"))
    )
    return Exists(rows.filter(hashed=OuterRef("key_hash")))


def _seen(known: str) -> str:
    return f"desk-seen:{known}"
