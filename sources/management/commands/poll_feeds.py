"""`manage.py poll_feeds`: look for new articles in the feeds now."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from sources import polling
from sources.models import Feed


class Command(BaseCommand):
    """Poll feeds in this process."""

    help = "Look for new articles in the feeds that are due; the workers then take them in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What can be asked."""
        words = "all feeds, due or not, and every article in them anew"
        parser.add_argument("--now", action="store_true", help=words)

    def handle(self, *_: Any, **options: Any) -> None:
        """Poll one feed after the other and say what came of it."""
        force = bool(options["now"])
        feeds = Feed.objects.filter(state__in=polling.POLLED) if force else self._due()
        for feed in feeds.order_by("pk"):
            jobs = polling.poll(feed.pk, force=force)
            feed.refresh_from_db()
            error = f"; {feed.last_error}" if feed.last_error else ""
            self.stdout.write(f"{feed.url}: {len(jobs)} articles asked for{error}")

    def _due(self) -> Any:
        return Feed.objects.due(timezone.now())
