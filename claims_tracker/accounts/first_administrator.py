"""The first administrator: from the environment, else by a link that works once."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from claims.choices import Role
from claims_tracker.accounts.links import setup_link
from claims_tracker.accounts.models import User
from claims_tracker.accounts.people import AccountError, administrators
from claims_tracker.environment import Environment

NAME = "administrator"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done: ``link`` is where a password is to be set, "" when there is one."""

    username: str
    is_new: bool
    link: str = ""


def ensure_admin(env: Environment) -> Outcome:
    """See to it that somebody can administer. There is no default password.

    Reads ``ADMIN_USER``, ``ADMIN_EMAIL`` and ``ADMIN_PASSWORD`` or ``ADMIN_PASSWORD_FILE``. Once
    an administrator with a password exists, nothing is changed whatever they say. Raises
    AccountError in words for values that cannot be used.
    """
    password = _password(env)
    with transaction.atomic():
        # Two web processes may start at once: the second waits and finds the work done.
        group = Group.objects.select_for_update().get(name=Role.ADMINISTRATOR.value)
        known = administrators().order_by("pk").first()
        if known is not None:
            return Outcome(known.username, is_new=False)
        person, is_new = _account(env, group)
        if password:
            _set_password(person, password)
            return Outcome(person.username, is_new)
        return Outcome(person.username, is_new, setup_link(person))


def _password(env: Environment) -> str:
    if env.text("ADMIN_PASSWORD"):
        return env.text("ADMIN_PASSWORD")
    file = env.text("ADMIN_PASSWORD_FILE")
    if not file:
        return ""
    try:
        password = Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise AccountError(f"ADMIN_PASSWORD_FILE cannot be read: {error}.") from None
    if not password:
        raise AccountError("ADMIN_PASSWORD_FILE is empty.")
    return password


def _account(env: Environment, group: Group) -> tuple[User, bool]:
    """The account to be administrator; one that exists with another role is left alone."""
    name = env.text("ADMIN_USER", NAME)
    person = User.objects.filter(username=name).first()
    if person is not None:
        if not person.groups.filter(pk=group.pk).exists():
            raise AccountError(f"ADMIN_USER names {name}, who exists and is no administrator.")
        if not person.is_active:
            raise AccountError(f"ADMIN_USER names {name}, whose account is deactivated.")
        return person, False
    person = User(username=name, email=env.text("ADMIN_EMAIL", settings.CONTACT_EMAIL))
    person.is_staff = True
    person.set_unusable_password()
    _check(person)
    person.save()
    person.groups.add(group)
    return person, True


def _check(person: User) -> None:
    if User.objects.filter(email=person.email).exists():
        raise AccountError(f"ADMIN_EMAIL: {person.email} belongs to another account.")
    try:
        User.username_validator(person.username)
    except ValidationError as error:
        raise AccountError(f"ADMIN_USER: {' '.join(error.messages)}") from None
    if person.email == settings.CONTACT_EMAIL:
        return  # checked nowhere, as it may be a local one: editors@localhost
    try:
        validate_email(person.email)
    except ValidationError as error:
        raise AccountError(f"ADMIN_EMAIL: {' '.join(error.messages)}") from None


def _set_password(person: User, password: str) -> None:
    try:
        validate_password(password, person)
    except ValidationError as error:
        raise AccountError(f"ADMIN_PASSWORD: {' '.join(error.messages)}") from None
    person.set_password(password)
    person.save(update_fields=["password"])
