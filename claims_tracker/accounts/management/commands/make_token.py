"""The door to `claims_tracker.accounts.tokens`."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims_tracker.accounts.models import User
from claims_tracker.accounts.people import AccountError
from claims_tracker.accounts.tokens import make_token


class Command(BaseCommand):
    """Print a new API token, once."""

    help = "Make an API token for a person and print it; it is stored as a hash and shown once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whose, what for, how long."""
        parser.add_argument("username")
        parser.add_argument("--name", required=True, help="what it is for")
        parser.add_argument("--scope", choices=["read", "ingest"], default="ingest")
        parser.add_argument("--expires", type=int, metavar="DAYS", help="good for so many days")

    def handle(self, *, username: str, name: str, expires: int | None, **options: Any) -> None:
        """Nothing but the token on standard output. Exit status 2 when there can be none."""
        person = User.objects.filter(username=username).first()
        if person is None:
            raise CommandError(f"There is no account {username}.", returncode=2)
        days = None if expires is None else timedelta(days=expires)
        try:
            token = make_token(person, name=name, expires=days, scope=options["scope"])
        except AccountError as error:
            raise CommandError(str(error), returncode=2) from None
        self.stdout.write(token)
