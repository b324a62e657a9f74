"""``manage.py load_actors``: bring the starter directory of actors into the database."""

import json
from argparse import ArgumentParser
from dataclasses import asdict

from django.core.management.base import BaseCommand

from events import starter
from events.directory import starter as shipped


class Command(BaseCommand):
    """The command."""

    help = "Add the shipped states, ministries and bodies; keep whatever an editor has changed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take ``--json``, for programs."""
        parser.add_argument("--json", action="store_true", help="print the figures as JSON")

    def handle(self, *_args: object, **options: object) -> None:
        """Load, and say what was added."""
        loaded = starter.load(shipped())
        if options["json"]:
            self.stdout.write(json.dumps(asdict(loaded)))
        elif loaded.actors or loaded.names or loaded.links:
            self.stdout.write(
                f"Added {loaded.actors} actors, {loaded.names} names and {loaded.links} links."
            )
        else:
            self.stdout.write("Nothing to add: the directory is up to date.")
