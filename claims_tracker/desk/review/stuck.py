"""What the machine could not do: articles and readings in quarantine, feeds that fail."""

from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest

from claims.choices import ReadingState
from claims.models import Reading
from claims_tracker.accounts.models import User
from claims_tracker.desk.review.articles import HEAVY, jobs_of
from claims_tracker.desk.review.places import oldest_first
from claims_tracker.desk.review.queue import (
    Act,
    Asked,
    Mark,
    ReviewQueue,
    as_left,
    narrowed,
    row_version,
    said,
    simply,
    with_reader,
)
from events.models import Event
from sources import feed_switches
from sources.choices import FeedState, IngestState
from sources.models import Feed, IngestJob

SINCE = "created_at"
AGAIN = "It is tried again."
TOO_LATE = "It is “{}” by now: somebody was quicker."
BROKEN = (FeedState.FAILING, FeedState.STOPPED)
UNREAD = ("version__text", "version__raw", "version__bands", "version__terms")


def _jobs(person: User, asked: Asked) -> "QuerySet[Any]":
    found = jobs_of(person).filter(state=IngestState.QUARANTINED).order_by(SINCE, "pk")
    return narrowed(found, person, asked)


def _job(person: User) -> "QuerySet[Any]":
    found = jobs_of(person).select_related("event", "article", "outlet", "feed", "requested_by")
    return with_reader(found.defer(*HEAVY[:1]))


def _readings(person: User, asked: Asked) -> "QuerySet[Any]":
    found = _readings_of(person).filter(state=ReadingState.QUARANTINED).order_by(SINCE, "pk")
    return narrowed(found, person, asked)


def _reading(person: User) -> "QuerySet[Any]":
    found = _readings_of(person).select_related("event", "version__article__outlet")
    return with_reader(found.defer(*UNREAD))


def _readings_of(person: User) -> "QuerySet[Any]":
    found: QuerySet[Any] = Reading.objects.filter(event__in=Event.objects.editable_by(person))
    return found


def _feeds(person: User, asked: Asked) -> "QuerySet[Any]":
    return narrowed(_feeds_of(person).filter(state__in=BROKEN).order_by("pk"), person, asked)


def _feed(person: User) -> "QuerySet[Any]":
    return with_reader(_feeds_of(person).select_related("outlet", "event"))


def _feeds_of(person: User) -> "QuerySet[Any]":
    mine = Q(event=None) | Q(event__in=Event.objects.editable_by(person))
    found: QuerySet[Any] = Feed.objects.filter(mine)
    return found


def _nothing_more(_row: Any, _request: HttpRequest) -> dict[str, Any]:
    return {}


def _still(state: str) -> Any:
    """Whether a locked row is still in this state; else that it came too late."""

    def words(row: Any) -> str:
        return "" if row.state == state else TOO_LATE.format(row.get_state_display())

    return words


def _undo_pausing(feed: Feed, person: User, mark: Mark) -> None:
    as_left(Feed.objects.select_for_update(of=("self",)).get(pk=feed.pk), mark)
    feed_switches.ask_again(feed, by=person)


JOBS = ReviewQueue(
    name="quarantine",
    title="Stuck articles",
    asks="Try it again?",
    model=IngestJob,
    part="job",
    rows=_jobs,
    one=_job,
    show=_nothing_more,
    order=oldest_first(SINCE),
    as_list="admin:sources_ingestjob_changelist",
    list_query="?state__exact=quarantined",
    urgent=True,
    acts={"retry": Act(simply("retry"), said(AGAIN), stands=_still(IngestState.QUARANTINED))},
)
READINGS = ReviewQueue(
    name="readings",
    title="Stuck readings",
    asks="Read it again?",
    model=Reading,
    part="reading",
    rows=_readings,
    one=_reading,
    show=_nothing_more,
    order=oldest_first(SINCE),
    as_list="admin:claims_reading_changelist",
    list_query="?state__exact=quarantined",
    urgent=True,
    acts={"retry": Act(simply("retry"), said(AGAIN), stands=_still(ReadingState.QUARANTINED))},
)
FEEDS = ReviewQueue(
    name="feeds",
    title="Feeds failing",
    asks="Ask it again, or let it rest?",
    model=Feed,
    part="feed",
    rows=_feeds,
    one=_feed,
    show=_nothing_more,
    order=oldest_first("pk"),
    as_list="admin:sources_feed_changelist",
    list_query="?state__exact=failing",
    urgent=True,
    acts={
        "again": Act(simply("again"), said("It is asked again now.")),
        "pause": Act(simply("pause"), said("Paused."), row_version, _undo_pausing),
    },
)
