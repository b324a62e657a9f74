"""Who else has a form open. Kept in the cache alone: it warns, and never holds anybody up."""

import hashlib
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.utils import timezone

from claims_tracker.accounts.models import User

# A hidden tab is let to speak once a minute only.
HERE_FOR_S = 75


@dataclass(frozen=True, slots=True)
class Here:
    """A colleague at the same form, and whether she has unsaved changes."""

    name: str
    unsaved: bool


def here(form: str, *, by: User, unsaved: bool) -> list[Here]:
    """Say that a person is at a form, and hear who else is, by name.

    Two who speak in the same moment may miss each other until they speak again.
    """
    now = timezone.now().timestamp()
    people = _people(form, now)
    people[str(by.pk)] = [by.get_short_name() or by.get_username(), unsaved, now]
    cache.set(_key(form), people, HERE_FOR_S)
    others = (found for key, found in people.items() if key != str(by.pk))
    return sorted((Here(name, was) for name, was, _ in others), key=lambda one: one.name)


def leave(form: str, *, by: User) -> None:
    """Say that the person has left the form."""
    people = _people(form, timezone.now().timestamp())
    if people.pop(str(by.pk), None) is not None:
        cache.set(_key(form), people, HERE_FOR_S)


def _people(form: str, now: float) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = cache.get(_key(form)) or {}
    return {key: one for key, one in found.items() if now - one[2] < HERE_FOR_S}


def _key(form: str) -> str:
    return f"desk-here:{hashlib.sha256(form.encode()).hexdigest()[:32]}"
