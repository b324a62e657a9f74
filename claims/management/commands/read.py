"""``manage.py read``: who says what in some articles, and where they contradict each other."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from tqdm import tqdm

from claims.reading.inputs import InputError, NamedArticle, load
from claims.reading.report import Row, report
from events import actors
from events.directory import Directory, starter


class Command(BaseCommand):
    """Prints what was read and stores nothing; needs no database."""

    help = "Read articles as one event and print their claims and contradictions."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The files, and whether a program reads the answer."""
        parser.add_argument(
            "files", nargs="+", type=Path, metavar="FILE", help=".txt, .html or .jsonl"
        )
        parser.add_argument("--json", action="store_true", help="one JSON object")

    def handle(self, *_args: object, **options: object) -> None:
        """Read the files; bad input ends with one line and exit status 2."""
        files = options["files"]
        assert isinstance(files, list)
        try:
            articles = list(_load(files))
        except InputError as error:
            raise CommandError(str(error), returncode=2) from None
        shown = tqdm(articles, desc="articles", unit=" articles", disable=None, leave=False)
        result = report(shown, known_actors())
        if options["json"]:
            self.stdout.write(json.dumps(result, ensure_ascii=False, indent=1))
        else:
            self.stdout.writelines(f"{line}\n" for line in _lines(result))


def known_actors() -> Directory:
    """The database's actors where there is one with actors in it, else the shipped ones."""
    # Django fills an empty setting with a backend that has no name and refuses everything.
    if not any(database.get("NAME") for database in settings.DATABASES.values()):
        return starter()
    try:
        known = actors.directory()
    except DatabaseError:
        return starter()
    return known if known.actors else starter()


def _load(files: list[Path]) -> Iterator[NamedArticle]:
    seen: dict[str, Path] = {}
    for path in files:
        for named in load(path):
            if named.id in seen:
                raise InputError(
                    f"{path}: {named.id!r} is also the name of one in {seen[named.id]}."
                )
            seen[named.id] = path
            yield named


def _lines(result: Row) -> Iterator[str]:
    """The same for people: a line a claim and its quotes, then the pairs with their reasons."""
    claims, contradictions = result["claims"], result["contradictions"]
    skipped = result.get("skipped", [])
    assert isinstance(claims, list) and isinstance(contradictions, list)
    assert isinstance(skipped, list)
    for row in claims:
        who = row["claimant"] or f"({row['claimant_text'] or 'nobody named'})"
        words = " ".join(row["text"].split())
        yield f"{row['id']}  {who} {row['stance']} [{row['topic']}]: \u201c{words}\u201d"
    for pair in contradictions:
        yield f"{pair['first']} and {pair['second']}, {pair['severity']}: {pair['reason']}"
    for one in skipped:
        yield f"{one['article']} was not read: {one['reason']}"
    yield f"{len(claims)} quotes, {len(contradictions)} pairs flagged."
