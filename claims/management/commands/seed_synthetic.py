"""``manage.py seed_synthetic``: a large, deterministic data set for measuring."""

from argparse import ArgumentParser, ArgumentTypeError

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from claims.synthetic.plan import SPEAKERS
from claims.synthetic.seeding import in_use, make_cast, seed_event, sizes

IN_USE = (
    "This ledger is in use: readers would see made-up events beside real ones. Use an empty "
    "database, or leave out --public."
)


def positive(text: str) -> int:
    """A whole number from 1 up."""
    if not text.isascii() or not text.isdigit() or int(text) == 0:
        raise ArgumentTypeError(f"{text!r} is not a whole number from 1 up")
    return int(text)


class Command(BaseCommand):
    """Writes made-up events; what is there already is left alone."""

    help = (
        "Write made-up events with claims, for measuring: each question has twenty claims, of "
        f"{SPEAKERS} speakers, two of which cannot both be true."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How much of it."""
        parser.add_argument("--claims", type=positive, required=True, metavar="N")
        parser.add_argument("--events", type=positive, default=1, metavar="M")
        parser.add_argument("--seed", type=int, default=1, metavar="S")
        words = "show the events to readers, with their lines in the public log"
        parser.add_argument("--public", action="store_true", help=words)

    def handle(self, *_: object, **options: object) -> None:
        """Write one event after the other; started again, go on where it was stopped."""
        if options["public"] and in_use():
            raise CommandError(IN_USE, returncode=2)
        seed, wanted = (
            int(str(options["seed"])),
            sizes(int(str(options["claims"])), int(str(options["events"]))),
        )
        cast = make_cast()
        made = 0
        with tqdm(total=sum(wanted), desc="claims", unit=" claims", disable=None) as bar:
            for number, size in enumerate(wanted):
                public = bool(options["public"])
                made += bool(seed_event(number, size, seed=seed, cast=cast, public=public))
                bar.update(size)
        there = len(wanted) - made
        self.stdout.write(f"{made} events made, {there} were there already, seed {seed}.")
