"""Load the demonstration: what ``make demo`` runs once its parts are up."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from claims_tracker.demo.story import StoryError, Told, tell


class Command(BaseCommand):
    """Tell the demo's story through the running worker; telling it again changes nothing."""

    help = "Load the demonstration event (run by `make demo`)."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Load, then print addresses and passwords."""
        if not settings.DEMO_SITE_PORT:
            raise CommandError("Run `make demo`: it starts what this command needs.", returncode=2)
        site = f"http://127.0.0.1:{settings.DEMO_SITE_PORT}"
        try:
            told = tell(site, say=self.stdout.write)
        except StoryError as error:
            raise CommandError(str(error)) from None
        self._introduce(told)

    def _introduce(self, told: Told) -> None:
        say = self.stdout.write
        say("")
        say(f"  Readers      {settings.SITE_URL}/")
        for event in told.events:
            say(f"               {settings.SITE_URL}{event.get_absolute_url()}")
        say(f"  Journalists  {settings.SITE_URL}/api/v1/docs/")
        say(f"  Editors      {settings.SITE_URL}/admin/   (passwords of this start only)")
        for role, person in told.cast.people.items():
            say(f"               {person.username:<8} {told.cast.passwords[role]}  {role.value}")
        say("")
