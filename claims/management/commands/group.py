"""``manage.py group``: which event each article of a file tells of, and which report it copies."""

import json
from argparse import ArgumentParser
from dataclasses import dataclass
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from claims.reading.inputs import ROWS, InputError, NamedArticle, load
from sources.grouping.grouper import Grouper
from sources.grouping.originals import Originals


@dataclass(frozen=True, slots=True)
class Placed:
    """One line of the answer: an event and an origin are named after their first article."""

    id: str
    event: str
    origin: str


class Command(BaseCommand):
    """Prints one line an article, in the file's order; needs no database."""

    help = (
        "Take in articles one by one and group them by event and by origin. A group is corrected "
        "by what comes later, and printed as it stands at the end; --first-sight prints what was "
        "said of each article in the moment it came."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, and whether a program reads the answer."""
        parser.add_argument(
            "articles",
            type=Path,
            metavar="ARTICLES.jsonl",
            help='one {"id", "title", "text"} a line',
        )
        parser.add_argument("--json", action="store_true", help="one JSON object a line")
        parser.add_argument(
            "--first-sight", action="store_true", help="never correct what was said of an article"
        )

    def handle(self, *_args: object, **options: object) -> None:
        """Group the articles; bad input ends with one line and exit status 2."""
        path = options["articles"]
        assert isinstance(path, Path)
        if path.suffix.lower() != ROWS:
            raise CommandError(f"{path}: only .jsonl files can be grouped.", returncode=2)
        try:
            articles = list(load(path))
        except InputError as error:
            raise CommandError(str(error), returncode=2) from None
        for one in _placed(articles, corrected=not options["first_sight"]):
            row = {"id": one.id, "event": one.event, "origin": one.origin}
            as_text = f"{one.id}: event {one.event}, origin {one.origin}"
            self.stdout.write(json.dumps(row, ensure_ascii=False) if options["json"] else as_text)


def _placed(articles: list[NamedArticle], *, corrected: bool) -> list[Placed]:
    grouper, originals = Grouper(), Originals()
    origins = []
    for named in tqdm(articles, desc="articles", unit=" articles", disable=None, leave=False):
        grouper.add(named.article.title, named.article.text)
        origins.append(originals.add(named.article.text))
    events = dict(enumerate(grouper.first_sight))
    if corrected:
        events = {number: group[0] for group in grouper.groups() for number in group}
    names = [named.id for named in articles]
    return [
        Placed(name, f"event-{names[events[number]]}", f"origin-{names[origins[number]]}")
        for number, name in enumerate(names)
    ]
