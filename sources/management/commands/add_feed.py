"""`manage.py add_feed`: watch a feed for new articles."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from events.models import Event
from sources.fetching import FetchRefused
from sources.fetching.targets import parse_target
from sources.models import URL_LENGTH, Feed
from sources.outlets import outlet_named, outlet_of

BAD_INPUT = 2


class Command(BaseCommand):
    """Watch a feed."""

    help = "Watch an RSS, Atom or JSON feed. Adding one twice changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What can be asked."""
        parser.add_argument("url")
        parser.add_argument("--event", default="", help="slug of the event all its articles are of")
        parser.add_argument("--outlet", default="", help="the publisher's name")

    def handle(self, *_: Any, **options: Any) -> None:
        """Add the feed, due now."""
        try:
            url = parse_target(options["url"]).url
        except FetchRefused as error:
            raise CommandError(f"{options['url']}: {error}", returncode=BAD_INPUT) from None
        if len(url) > URL_LENGTH:
            raise CommandError("The address is too long.", returncode=BAD_INPUT)
        event = Event.objects.filter(slug=options["event"]).first() if options["event"] else None
        if options["event"] and event is None:
            raise CommandError(f"There is no event “{options['event']}”.", returncode=BAD_INPUT)
        name = options["outlet"].strip()
        feed, is_new = Feed.objects.get_or_create(
            url=url,
            defaults={
                "event": event,
                "outlet": outlet_named(name) if name else outlet_of(url),
                "next_poll_at": timezone.now(),
            },
        )
        self.stdout.write(f"{'Watching' if is_new else 'Already watched:'} {feed.url}")
