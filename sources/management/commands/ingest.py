"""`manage.py ingest`: take in articles from addresses and files."""

import json
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from events.models import Event
from sources import liveness
from sources.choices import IngestState
from sources.documents import ROW, media_type_of
from sources.following import Follower, told
from sources.ingest import MAX_PAYLOAD, IngestError, request_file, request_url
from sources.models import IngestJob
from sources.outlets import outlet_named

BAD = (IngestState.REFUSED, IngestState.QUARANTINED)
BAD_INPUT = 2
Request = Callable[..., IngestJob]


@dataclass(frozen=True, slots=True)
class Part:
    """One article asked for: ``request`` still lacks the event, outlet and date."""

    name: str
    request: Request


class Command(BaseCommand):
    """Take in articles."""

    help = "Take in articles: addresses, .txt and .html files, .jsonl files of one article a line."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What can be asked."""
        parser.add_argument("sources", nargs="+", metavar="URL_OR_FILE")
        parser.add_argument("--event", default="", help="the event's slug")
        parser.add_argument("--outlet", default="", help="the publisher's name")
        parser.add_argument("--published", default="", help="ISO 8601, such as 2023-05-22")
        parser.add_argument("--wait", action="store_true", help="follow each to its end")
        parser.add_argument("--json", action="store_true", help="print what became of each as JSON")

    def handle(self, *_: Any, **options: Any) -> None:
        """Check everything, then ask for everything, then follow."""
        parts = [part for source in options["sources"] for part in _parts(source)]
        common = {"event": _event(options["event"]), "published": options["published"]}
        if options["outlet"].strip():
            common["outlet"] = outlet_named(options["outlet"])
        tell = self.stderr.write if options["json"] else self.stdout.write
        follower = Follower(tell)
        if options["wait"]:
            follower.prepare()
        jobs = [_asked(part, common) for part in parts]
        tell(f"{len(jobs)} queued.")
        if options["wait"]:
            jobs = follower.follow(job.pk for job in jobs)
        elif not liveness.is_alive("worker"):
            tell("No worker is running: start one, or ask with --wait and I do the work here.")
        if options["json"]:
            self.stdout.write(json.dumps([_shown(job) for job in jobs], indent=1))
        bad = [job for job in jobs if job.state in BAD]
        if bad:
            raise CommandError(f"{len(bad)} of {len(jobs)} not taken in; the first: {told(bad[0])}")


def _asked(part: Part, common: dict[str, Any]) -> IngestJob:
    try:
        return part.request(**common)
    except IngestError as error:
        raise CommandError(f"{part.name}: {error}", returncode=BAD_INPUT) from None


def _event(slug: str) -> Event | None:
    if not slug:
        return None
    event = Event.objects.filter(slug=slug).first()
    if event is None:
        raise CommandError(f"There is no event “{slug}”.", returncode=BAD_INPUT)
    return event


def _parts(source: str) -> Iterator[Part]:
    """The articles that an address or a file stands for; the file is read here."""
    if "://" in source:
        yield Part(source, partial(request_url, source))
        return
    path = Path(source)
    is_rows = path.suffix.lower() == ".jsonl"
    if not (is_rows or media_type_of(path.name)):
        words = "is neither an address (https://...) nor a .txt, .html or .jsonl file"
        raise CommandError(f"{source} {words}.", returncode=BAD_INPUT)
    try:
        # One byte more than is taken shows that it is too large, without reading it all.
        content = path.read_bytes() if is_rows else _head(path)
    except OSError as error:
        words = (error.strerror or str(error)).lower()
        raise CommandError(f"{source} cannot be read: {words}.", returncode=BAD_INPUT) from None
    if is_rows:
        yield from _rows(path, content)
    else:
        yield Part(source, partial(request_file, path.name, content))


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_PAYLOAD + 1)


def _rows(path: Path, content: bytes) -> Iterator[Part]:
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        if not isinstance(row, dict) or not isinstance(row.get("text"), str):
            words = 'is no article: write {"id","url","outlet","title","published","text"}'
            raise CommandError(f"{path}, line {number} {words}.", returncode=BAD_INPUT)
        name = f"{path.name}#{row.get('id', number)}"
        yield Part(name, partial(request_file, name, line.strip(), media_type=ROW))


def _shown(job: IngestJob) -> dict[str, Any]:
    return {
        "id": job.public_id,
        "source": str(job),
        "state": job.state,
        "reason": job.reason,
        "reason_text": job.reason_text,
        "outcome": job.outcome,
        "event": job.event.slug if job.event else None,
        "article": job.article.public_id if job.article else None,
        "suggestions": job.suggestions,
    }
