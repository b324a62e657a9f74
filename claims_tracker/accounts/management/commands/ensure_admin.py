"""The door to `claims_tracker.accounts.first_administrator`, part of the start chain."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims_tracker.accounts.first_administrator import ensure_admin
from claims_tracker.accounts.people import AccountError
from claims_tracker.environment import current


class Command(BaseCommand):
    """Make the first administrator. Running it again is harmless."""

    help = (
        "Make the first administrator from ADMIN_USER and ADMIN_PASSWORD or ADMIN_PASSWORD_FILE, "
        "else print a link where the password is set, once."
    )

    def handle(self, **_options: Any) -> None:
        """One line; a link on a line of its own. Exit status 2 for values that cannot be used."""
        try:
            outcome = ensure_admin(current())
        except AccountError as error:
            raise CommandError(str(error), returncode=2) from None
        if outcome.link:
            self.stdout.write(
                f"Set the password of {outcome.username} here; the link works once, for 3 days:"
            )
            self.stdout.write(outcome.link)
        elif outcome.is_new:
            self.stdout.write(f"Made the administrator {outcome.username}.")
        else:
            self.stdout.write(f"There is an administrator: {outcome.username}.")
