"""``manage.py evaluate``: score the engine on labelled files."""

import json
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from claims.evaluations import EVALUATIONS, EvaluationError


class Command(BaseCommand):
    """Prints the metrics as JSON on standard output; needs no database."""

    help = "Score the engine on labelled files; prints JSON."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to score, where the labelled files are, and the gold claims where it has any."""
        what = "; ".join(f"{one.name}: {one.help}" for one in EVALUATIONS.values())
        parser.add_argument("kind", choices=sorted(EVALUATIONS), help=what)
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--claims", type=Path, metavar="GOLD", help="file with gold claims")

    def handle(self, *_args: object, **options: object) -> None:
        """Run one evaluation; bad input ends with one line and exit status 2."""
        evaluation = EVALUATIONS[str(options["kind"])]
        paths, gold = options["paths"], options["claims"]
        assert isinstance(paths, list)
        assert gold is None or isinstance(gold, Path)
        missing = [str(path) for path in [*paths, *([gold] if gold else [])] if not path.exists()]
        if missing:
            raise CommandError(f"Not found: {', '.join(missing)}", returncode=2)
        try:
            metrics = evaluation.run(paths, gold)
        except EvaluationError as error:
            raise CommandError(str(error), returncode=2) from None
        self.stdout.write(json.dumps(metrics, indent=2, ensure_ascii=False))
