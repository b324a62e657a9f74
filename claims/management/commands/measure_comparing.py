"""``manage.py measure_comparing``: what one claim costs to compare as the ledger grows."""

import json
from argparse import ArgumentParser
from dataclasses import asdict

from django.core.management.base import BaseCommand, CommandError

from claims.management.commands.seed_synthetic import positive
from claims.models import Claim
from claims.synthetic.measuring import Growing, Measured, OtherMachineError

LEDGERS = (1_000, 100_000, 1_000_000)
EVENTS = (100, 10_000)
IN_ALL = 10_000  # claims of the ledger of each size of events
COLUMNS = "{:>9}  {:>8}  {:>11}  {:>8}  {:>8}  {:>7}  {:>7}  {:>6}"
HEAD = "claims", "an event", "application", "database", "together", "planted", "found", "others"


class Command(BaseCommand):
    """Seeds made-up events in growing number and measures at each size."""

    help = (
        "Measure the processor time (ms) of comparing one claim while made-up events are added to "
        "an empty database, and count how many of the planted pairs are found."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """At which sizes, and how closely."""
        parser.add_argument("--claims", type=positive, nargs="+", default=LEDGERS, metavar="N",
                            help="claims of the whole ledger, in events of one size")  # fmt: skip
        parser.add_argument("--event-size", type=positive, default=1000, metavar="N",
                            help="claims of each of these events")  # fmt: skip
        parser.add_argument("--event-sizes", type=positive, nargs="+", default=EVENTS, metavar="N",
                            help="then claims of each event, beside that ledger")  # fmt: skip
        parser.add_argument("--samples", type=positive, default=300, metavar="N",
                            help="claims compared for a line of the table")  # fmt: skip
        parser.add_argument("--json", action="store_true", help="print a line of JSON for each")

    def handle(self, *_: object, **options: object) -> None:
        """Measure size after size; each line is printed when it is known."""
        if Claim.objects.exists():
            raise CommandError("There are claims in this database; use an empty one.", returncode=2)
        if not options["json"]:
            self.stdout.write(COLUMNS.format(*HEAD))
        try:
            self._measure(options)
        except OtherMachineError as error:
            raise CommandError(str(error), returncode=2) from None

    def _measure(self, options: dict[str, object]) -> None:
        sizes, event_sizes = options["claims"], options["event_sizes"]
        assert isinstance(sizes, list | tuple)
        assert isinstance(event_sizes, list | tuple)
        each, samples = int(str(options["event_size"])), int(str(options["samples"]))
        ledger = Growing(each, seed=1, samples=samples)
        for size in sorted(sizes):
            ledger.grow(max(1, size // each))
            self._print(ledger.measure(), as_json=bool(options["json"]))
        for seed, size in enumerate(sorted(event_sizes), start=2):
            beside = Growing(size, seed=seed, samples=samples)
            beside.grow(max(1, min(IN_ALL, max(event_sizes)) // size))
            self._print(beside.measure(), as_json=bool(options["json"]))

    def _print(self, one: Measured, *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(asdict(one)))
            return
        cost, planted = one.cost, one.planted
        times = [f"{value:.2f}" for value in (cost.application, cost.database, cost.total)]
        pairs = planted.planted, planted.found, planted.others
        self.stdout.write(COLUMNS.format(one.claims, one.event_size, *times, *pairs))
