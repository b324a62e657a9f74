"""``manage.py compare_anew``: compare stored claims again, after the detector has changed."""

import json
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from claims.comparing import DETECTOR
from claims.recomparing import Difference, Pair, batches, compare_anew, to_compare
from events.actors import directory
from events.models import Event

ORDER = ("new", "gone", "changed")


class Command(BaseCommand):
    """Shows the difference that it would make; makes it with --apply."""

    help = (
        f"Compare all stored claims again by {DETECTOR} and show what that changes in the queue "
        "of pairs and in the revisions; with --apply, change it. What editors decided stays."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which events, and whether to keep what comes of it."""
        parser.add_argument("--event", metavar="SLUG", help="of this event only")
        parser.add_argument("--apply", action="store_true", help="keep what comes of it")
        parser.add_argument("--json", action="store_true", help="print a line of JSON for each")

    def handle(self, *_: object, **options: object) -> None:
        """Walk through the events, and say what is new, gone and changed."""
        events = Event.objects.order_by("pk")
        if options["event"]:
            events = events.filter(slug=options["event"])
            if not events.exists():
                raise CommandError(f"There is no event “{options['event']}”.", returncode=2)
        told: Counter[str] = Counter()
        total = sum(to_compare(event).count() for event in events.iterator())
        with tqdm(total=total, desc="claims", unit=" claims", disable=None, leave=False) as bar:
            for event in events.iterator():
                found = self._of_event(event, bar.update, apply=bool(options["apply"]))
                self._tell(event, found, as_json=bool(options["json"]))
                told.update(one.what for one in found)
        if not options["json"]:
            numbers = ", ".join(f"{told[what]} {what}" for what in ORDER)
            done = "Done" if options["apply"] else "Nothing is changed; with --apply it would be"
            self.stdout.write(f"{total} claims compared: {numbers}. {done}.")

    def _of_event(
        self, event: Event, show: Callable[[int], object], *, apply: bool
    ) -> list[Difference]:
        """The differences of one event, each pair once though both its sides are compared."""
        found: dict[Pair, Difference] = {}
        names = directory()
        for claims in batches(event):
            for one in compare_anew(event, claims, names, apply=apply):
                first = found.setdefault(one.pair, one)
                found[one.pair] = Difference(one.pair, first.before, one.after)
            show(len(claims))
        return [one for one in found.values() if one.before != one.after]

    def _tell(self, event: Event, found: list[Difference], *, as_json: bool) -> None:
        for one in sorted(found, key=lambda one: (ORDER.index(one.what), one.pair)):
            seen = one.after if one.after is not None and one.what != "gone" else one.before
            assert seen is not None
            line = {"event": event.slug, "what": one.what, "kind": seen.kind,
                    "severity": seen.severity, "reason": seen.reason}  # fmt: skip
            if as_json:
                self.stdout.write(json.dumps(line, ensure_ascii=False))
            else:
                self.stdout.write("{event}: {what} {kind} {severity}: {reason}".format(**line))
