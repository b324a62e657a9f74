"""Articles that wait for an editor to say which event they are about, and what she may answer."""

from typing import Any

from django.db import IntegrityError, connection, transaction
from django.utils.text import slugify

from events.dates import DateError, bounds
from events.models import Event
from sources import ingest, open_events
from sources.choices import IngestState, KeyKind
from sources.event_matching import SUGGESTIONS
from sources.grouping.evidence import Text
from sources.grouping.known import resemblance
from sources.grouping.terms import term_numbers, weighed
from sources.models import IngestJob
from sources.sharing import SHARING, asked

# A waiting article that is likelier than not of the same event.
ALIKE = 0.5
LOOKED_AT = 24
SLUG_LENGTH = 100
TRIES = 100
NEAREST = f"""
    {SHARING}
    SELECT job.id
    FROM sharing
    JOIN sources_articleversion version ON version.id = sharing.version_id
    JOIN sources_ingestjob job ON job.version_id = version.id
    WHERE job.state = %s AND job.article_id <> %s AND version.taken_down_at IS NULL
    ORDER BY sharing.shared DESC, job.id
    LIMIT %s
"""  # noqa: S608  # a constant of ours


def alike(job: IngestJob) -> list[IngestJob]:
    """The other waiting articles that seem to tell of the same event, the likest first."""
    if job.version is None or job.state != IngestState.NEEDS_EVENT:
        return []
    own = weighed(job.version.title, job.version.text)
    others = _others(job, own)
    found: list[tuple[float, IngestJob]] = []
    seen = {job.article_id}
    for other in others:
        assert other.version is not None  # the search goes through the versions
        likely = resemblance(own, [weighed(other.version.title, other.version.text)]).probability
        if likely >= ALIKE and other.article_id not in seen:
            seen.add(other.article_id)
            found.append((likely, other))
    return [other for _, other in sorted(found, key=lambda pair: (-pair[0], pair[1].pk))]


def guesses(job: IngestJob) -> list[dict[str, Any]]:
    """The best guesses as things are now, then those made when the article came in; three at most.

    Events open and grow while an article waits.
    """
    if job.version is None or job.article is None:
        return list(job.suggestions)
    now = open_events.suggestions(open_events.match(job.article, job.version))
    known = {one["id"] for one in now}
    return [*now, *(one for one in job.suggestions if one.get("id") not in known)][:SUGGESTIONS]


def open_event(
    jobs: list[IngestJob], *, title: str, began: str = "", place: str = "", by: Any
) -> Event:
    """A new draft event, and the waiting articles put in it, to be read about it.

    ``began`` is EDTF or "". Raises ingest.IngestError, and changes nothing, when one of them waits
    no longer or a word of the event is no good.
    """
    _check(jobs, title, began)
    with transaction.atomic():
        event = _new_event(title.strip(), began.strip(), place.strip())
        for job in sorted(jobs, key=lambda one: one.pk):
            held = IngestJob.objects.select_for_update(of=("self",)).get(pk=job.pk)
            if held.state != IngestState.NEEDS_EVENT:
                words = f"“{held}” waits no longer: somebody has said which event it is about."
                raise ingest.IngestError("not_waiting", words)
            ingest.assign_event(held, event, by=by)
    return event


def _others(job: IngestJob, own: Text) -> list[IngestJob]:
    terms = asked(KeyKind.TERM, term_numbers(own))
    with connection.cursor() as cursor:
        state = IngestState.NEEDS_EVENT.value
        cursor.execute(NEAREST, [*terms, state, job.article_id, LOOKED_AT])
        keys = [row[0] for row in cursor.fetchall()]
    rows = IngestJob.objects.select_related("version", "article").defer("payload", "version__raw")
    found = rows.in_bulk(keys)
    return [found[key] for key in keys]


def _check(jobs: list[IngestJob], title: str, began: str) -> None:
    if not jobs:
        raise ingest.IngestError("nothing_chosen", "Choose at least one article.")
    if not title.strip():
        raise ingest.IngestError("no_title", "An event needs a title.")
    try:
        bounds(began.strip())
    except DateError as error:
        raise ingest.IngestError("bad_date", str(error)) from None


def _new_event(title: str, began: str, place: str) -> Event:
    base = slugify(title)[:SLUG_LENGTH] or "event"
    for number in range(1, TRIES):
        slug = base if number == 1 else f"{base}-{number}"
        if not Event.objects.filter(slug=slug).exists():
            try:
                with transaction.atomic():
                    return Event.objects.create(slug=slug, title=title, began=began, place=place)
            except IntegrityError:
                continue  # somebody took the slug in this moment
    raise ingest.IngestError("bad_title", "Many events have this title; give another.")
