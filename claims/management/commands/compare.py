"""``manage.py compare``: what one text does to another, for each pair of a file."""

import json
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from claims.comparing.free_text import TextComparison, compare_texts
from claims.comparing.pair_files import PairFileError, TextPair, read_pairs


class Command(BaseCommand):
    """Prints one line a pair, in the file's order; needs no database."""

    help = "Compare pairs of texts: contradiction, entailment or neutral, with the reason."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, and whether a program reads the answer."""
        parser.add_argument(
            "pairs",
            type=Path,
            metavar="PAIRS.jsonl",
            help='one {"id", "premise", "hypothesis"} a line',
        )
        parser.add_argument("--json", action="store_true", help="one JSON object a line")

    def handle(self, *_args: object, **options: object) -> None:
        """Compare each pair; bad input ends with one line and exit status 2."""
        path = options["pairs"]
        assert isinstance(path, Path)
        try:
            pairs = list(read_pairs(path))
        except PairFileError as error:
            raise CommandError(str(error), returncode=2) from None
        line = _as_json if options["json"] else _as_text
        for pair in tqdm(pairs, desc="pairs", unit=" pairs", disable=None, leave=False):
            self.stdout.write(line(pair, compare_texts(pair.premise, pair.hypothesis)))


def _as_json(pair: TextPair, found: TextComparison) -> str:
    row = {
        "id": pair.id,
        "label": found.label,
        "kind": found.kind or None,
        "score": found.score,
        "reason": found.reason,
    }
    return json.dumps(row, ensure_ascii=False)


def _as_text(pair: TextPair, found: TextComparison) -> str:
    return f"{pair.id}: {found.label} ({found.score:.2f}). {found.reason}"
