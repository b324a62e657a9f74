"""Accounts: made with a role, given another, deactivated. Never deleted: decisions stay signed."""

import pghistory
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from claims.choices import Role
from claims_tracker.accounts import sessions
from claims_tracker.accounts.links import setup_link
from claims_tracker.accounts.models import User

NO_PASSWORD = {"password__startswith": UNUSABLE_PASSWORD_PREFIX}


class AccountError(Exception):
    """The account cannot be changed in this way; the text can be shown as it stands."""


def administrators() -> QuerySet[User]:
    """Who can administer now: active, with a password."""
    holds = Q(groups__name=Role.ADMINISTRATOR) | Q(is_superuser=True)
    return User.objects.filter(holds, is_active=True).exclude(**NO_PASSWORD).distinct()


def give_role(person: User, role: Role, *, by: User, reason: str = "") -> User:
    """Give the person exactly this role. Somebody must be left who can administer."""
    why = f"Role: {role}. {reason}".strip()
    with pghistory.context(user=by.pk, reason=why), transaction.atomic():
        require_over(by, person)
        person = _locked(person)
        if role != Role.ADMINISTRATOR:
            _not_the_last(person)
        person.groups.set([Group.objects.get(name=role.value)])
        person.is_staff = True
        person.role_given_at = timezone.now()
        person.save(update_fields=["is_staff", "role_given_at"])
    return person


def deactivate(person: User, *, by: User, reason: str) -> User:
    """Shut the person out at once, of running sessions and the API too. The name stays."""
    with pghistory.context(user=by.pk, reason=reason), transaction.atomic():
        require_over(by, person)
        person = _locked(person)
        _not_the_last(person)
        person.is_active = False
        person.save(update_fields=["is_active"])  # and the receivers end sessions and tokens
    return person


def reactivate(person: User, *, by: User, reason: str) -> User:
    """Let a deactivated person in again. API tokens have to be made anew."""
    with pghistory.context(user=by.pk, reason=reason), transaction.atomic():
        require_over(by, person)
        person = _locked(person)
        person.is_active = True
        person.save(update_fields=["is_active"])
    return person


def invite(person: User, *, by: User, reason: str) -> str:
    """A link by which the person chooses a password, once, within three days.

    It stands in the history that it was made: whoever holds it can take the account over.
    """
    with pghistory.context(user=by.pk, reason=reason), transaction.atomic():
        require_over(by, person)
        not_oneself(by, person)
        person = _locked(person)
        if not person.is_active:
            raise AccountError("The account is deactivated; reactivate it first.")
        person.link_made_at = timezone.now()
        person.save(update_fields=["link_made_at"])
        return setup_link(person)


def end_sessions(person: User, *, by: User, reason: str) -> int:
    """Log the person out everywhere; how many sessions that were."""
    with pghistory.context(user=by.pk, reason=reason), transaction.atomic():
        require_over(by, person)
        person = _locked(person)
        person.sessions_ended_at = timezone.now()
        person.save(update_fields=["sessions_ended_at"])
        return sessions.end_all(person)


def require_over(by: User, person: User) -> None:
    """Refuse in words who may not change accounts, and all but superusers before a superuser's."""
    if not by.has_perm("accounts.change_user") or (person.is_superuser and not by.is_superuser):
        raise PermissionDenied("Your role does not allow you to change this account.")


def not_oneself(by: User, person: User) -> None:
    """Refuse what for oneself asks for a password or a code: a session alone must not do."""
    if by.pk == person.pk:
        raise PermissionDenied("For your own account, use the page “Your account”.")


def _locked(person: User) -> User:
    """The person's row; the group's row first, so that two administrators cannot leave at once."""
    Group.objects.select_for_update().get(name=Role.ADMINISTRATOR.value)
    return User.objects.select_for_update().get(pk=person.pk)


def _not_the_last(person: User) -> None:
    others = administrators().exclude(pk=person.pk)
    if administrators().filter(pk=person.pk).exists() and not others.exists():
        raise AccountError("This is the last administrator; make another one first.")
