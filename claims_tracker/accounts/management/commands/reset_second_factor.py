"""The door to `claims_tracker.accounts.second_factor.lose`, for where no administrator is left."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims_tracker.accounts import second_factor
from claims_tracker.accounts.models import User


class Command(BaseCommand):
    """Take the second factor off a person who lost phone and recovery codes."""

    help = "Take off a person's second factor and end their sessions; the password stays."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whose."""
        parser.add_argument("username")

    def handle(self, *, username: str, **_options: Any) -> None:
        """One line. Exit status 2 where there is none to take off."""
        person = User.objects.filter(username=username).first()
        if person is None:
            raise CommandError(f"There is no account {username}.", returncode=2)
        if not second_factor.is_on(person):
            raise CommandError(f"{username} has no second factor.", returncode=2)
        second_factor.lose(person)
        self.stdout.write(f"The second factor of {username} is off.")
