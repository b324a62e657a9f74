"""Accounts: made with a role, given another, deactivated. Never deleted: decisions stay signed."""

import pghistory
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet

from claims.choices import Role
from claims_tracker.accounts.models import User

NO_PASSWORD = {"password__startswith": UNUSABLE_PASSWORD_PREFIX}


class AccountError(Exception):
    """The account cannot be changed in this way; the text can be shown as it stands."""


def administrators() -> QuerySet[User]:
    """Who can administer now: active, with a password."""
    holds = Q(groups__name=Role.ADMINISTRATOR) | Q(is_superuser=True)
    return User.objects.filter(holds, is_active=True).exclude(**NO_PASSWORD).distinct()


def give_role(person: User, role: Role, *, by: User) -> User:
    """Give the person exactly this role. Somebody must be left who can administer."""
    with pghistory.context(user=by.pk, reason=f"Role: {role}"), transaction.atomic():
        _require(by)
        person = _locked(person)
        if role != Role.ADMINISTRATOR:
            _not_the_last(person)
        person.groups.set([Group.objects.get(name=role.value)])
        person.is_staff = True
        person.save(update_fields=["is_staff"])
    return person


def deactivate(person: User, *, by: User, reason: str) -> User:
    """Shut the person out at once, of running sessions and the API too. The name stays."""
    with pghistory.context(user=by.pk, reason=reason), transaction.atomic():
        _require(by)
        person = _locked(person)
        _not_the_last(person)
        person.is_active = False
        person.save(update_fields=["is_active"])
        person.auth_token_set.all().delete()
    return person


def reactivate(person: User, *, by: User, reason: str) -> User:
    """Let a deactivated person in again. API tokens have to be made anew."""
    with pghistory.context(user=by.pk, reason=reason), transaction.atomic():
        _require(by)
        person = _locked(person)
        person.is_active = True
        person.save(update_fields=["is_active"])
    return person


def _require(by: User) -> None:
    if not by.has_perm("accounts.change_user"):
        raise PermissionDenied("Your role does not allow you to change accounts.")


def _locked(person: User) -> User:
    """The person's row; the group's row first, so that two administrators cannot leave at once."""
    Group.objects.select_for_update().get(name=Role.ADMINISTRATOR.value)
    return User.objects.select_for_update().get(pk=person.pk)


def _not_the_last(person: User) -> None:
    others = administrators().exclude(pk=person.pk)
    if administrators().filter(pk=person.pk).exists() and not others.exists():
        raise AccountError("This is the last administrator; make another one first.")
