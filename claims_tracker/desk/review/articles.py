"""Articles that no event could be told for: one of the best guesses, with a key."""

from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest

from claims.admin.pair_page import when
from claims_tracker.accounts.models import User
from claims_tracker.desk.review.places import oldest_first
from claims_tracker.desk.review.queue import (
    Act,
    Asked,
    Mark,
    ReviewQueue,
    narrowed,
    simply,
    with_reader,
)
from events.models import Event
from sources import waiting
from sources.choices import IngestState
from sources.models import IngestJob

SINCE = "created_at"
SHOWN = 1_200  # letters of the article
TOO_LATE = "Somebody has said which event it is about: {}."
HEAVY = ("payload", "version__raw", "version__bands", "version__terms")


def jobs_of(person: User) -> "QuerySet[Any]":
    """Ingests of the person's events, and those that are of none yet."""
    mine = Q(event=None) | Q(event__in=Event.objects.editable_by(person))
    found: QuerySet[Any] = IngestJob.objects.filter(mine)
    return found


def rows(person: User, asked: Asked) -> "QuerySet[Any]":
    """Articles that wait for somebody to say which event they are about, the oldest first."""
    found = jobs_of(person).filter(state=IngestState.NEEDS_EVENT).order_by(SINCE, "pk")
    return narrowed(found, person, asked)


def one(person: User) -> "QuerySet[Any]":
    """All ingests that the person may see here, with the article's text."""
    found = jobs_of(person).select_related("event", "article__outlet", "version")
    return with_reader(found.defer(*HEAVY))


def show(job: IngestJob, request: HttpRequest) -> dict[str, Any]:
    """The article's beginning and the best guesses, those the person may choose with a key."""
    article = job.article
    return {
        "published": when(article.published, article.published_from, article.published_to)
        if article is not None
        else "",
        "beginning": job.version.text[:SHOWN] if job.version is not None else "",
        "goes_on": job.version is not None and len(job.version.text) > SHOWN,
        "guesses": _guesses(job, request) if job.state == IngestState.NEEDS_EVENT else [],
        "waits": job.state == IngestState.NEEDS_EVENT,
    }


def _guesses(job: IngestJob, request: HttpRequest) -> list[dict[str, Any]]:
    guesses = waiting.guesses(job)
    ids = [one["id"] for one in guesses if "id" in one]
    mine = Event.objects.editable_by(request.user).filter(public_id__in=ids)
    events = {event.public_id: event for event in mine}
    return [
        {**guess, "key": str(key), "choose": events.get(guess.get("id", ""))}
        for key, guess in enumerate(guesses, start=1)
    ]


def _still_waits(job: IngestJob) -> str:
    return "" if job.state == IngestState.NEEDS_EVENT else TOO_LATE.format(job.event)


def _assigned(job: IngestJob, _mark: Mark) -> str:
    return f"It is read about “{job.event}”."


QUEUE = ReviewQueue(
    name="articles",
    title="Which event?",
    asks="Which event is it about?",
    model=IngestJob,
    part="article",
    rows=rows,
    one=one,
    show=show,
    order=oldest_first(SINCE),
    as_list="admin:sources_ingestjob_changelist",
    list_query="?state__exact=needs_event",
    has_events=False,
    acts={"assign": Act(simply("assign"), _assigned, stands=_still_waits)},
)
