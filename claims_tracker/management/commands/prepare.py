"""The start chain: what must have happened before web, worker and beat may start."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

STEPS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("migrate", {"interactive": False, "verbosity": 1}),
    ("load_actors", {}),
    ("ensure_admin", {}),
)


class Command(BaseCommand):
    """Wait for the database, migrate, load the directory, ensure an administrator."""

    help = "Prepare the database for a start. Running it again is harmless."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """How long to wait for the database."""
        parser.add_argument("--wait", type=int, default=60, metavar="S", help="seconds, 60 as set")

    def handle(self, *_args: Any, wait: int, **_options: Any) -> None:
        """Each step in turn; the first that fails ends it with its own words."""
        call_command("doctor", only=["database"], wait=wait, stdout=self.stdout)
        for name, options in STEPS:
            call_command(name, **options, stdout=self.stdout)
