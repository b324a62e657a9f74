"""The list of events and the page of one: what is disputed, who said what, when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.core.exceptions import BadRequest
from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.formats import date_format

from claims.choices import Review, Severity, Status
from claims.models import Change, Claim, Contradiction, Quote
from claims.pages import boards
from claims.pages.lookup import by_slug
from claims.pages.moments import Moment, exactly, moment, stretch
from claims.pages.news import in_words, told
from claims.pages.rows import Row, rows_of
from claims.pages.serving import reader_page, show
from claims.timeline import Slice, TimelineError, timeline
from events.choices import Progress
from events.models import Event
from sources.models import Outlet, ReliabilityGrade

PAIRS = 20  # contradictions listed; the rest is said in words and stands in the API
CHANGES = 5
OUTLETS = 60
ORDERS = ("oldest", "newest")


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader asked of the claim list, from the address."""

    claimant: str
    status: str
    order: str
    after: str
    before: str

    @property
    def active(self) -> bool:
        """Whether some claims are left out."""
        return bool(self.claimant or self.status)


@dataclass(frozen=True, slots=True)
class Day:
    """The claims of one day of the event's own zone, of a longer stated time, or of no date."""

    rows: tuple[Row, ...]
    on: date | None = None
    words: str = "Date not stated"


def filters_of(asked: QueryDict, event: Event) -> Filters:
    """Read the address; raises BadRequest for a value that no form of ours sends.

    A developing story shows the newest first, a closed one is told from the start.
    """
    usual = "newest" if event.progress == Progress.DEVELOPING else "oldest"
    order = asked.get("order") or usual
    status = asked.get("status", "")
    if order not in ORDERS:
        raise BadRequest("The order is oldest or newest.")
    if status and status not in Status.values:
        raise BadRequest("There is no such status.")
    return Filters(
        claimant=asked.get("claimant", ""),
        status=status,
        order=order,
        after=asked.get("after", ""),
        before=asked.get("before", ""),
    )


@reader_page
def event_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One event. At most 15 queries, whatever its size."""
    event = by_slug(with_standing(Event.objects.public()), "event", slug)
    filters = filters_of(request.GET, event)
    everything = request.GET.get("questions") == "all"
    counted = boards.census(event)
    plan, questions = boards.layouts(counted, everything=everything)
    chosen = boards.representatives(event, plan)
    page = claim_slice(event, filters)
    rows = rows_of([*chosen.values(), *page.keys])
    changes = list(told().filter(event=event)[:CHANGES])
    known_at = event.changed_at or event.updated_at
    shown = [rows[key] for key in page.keys if key in rows]
    contradictions, tensions = pairs_of(event)
    context = {
        "event": event,
        "period": period(event),
        "known": exactly(known_at, event.timezone),
        "counted": counted,
        "board": boards.board(plan, chosen, rows, counted, everything=everything),
        "questions_left": questions - len(plan),
        "filters": filters,
        "statuses": Status.choices,
        "page": page,
        "days": by_day(shown),
        "shown": len(shown),
        "contradictions": contradictions,
        "tensions": tensions,
        "sources": sources_of(event),
        "news": in_words(changes),
    }
    return show(request, "claims/event.html", context, changed_at=known_at)


def with_standing(events: QuerySet[Event]) -> Any:
    """Add ``awaiting``, how many claims wait for an editor, and ``changed_at``, the last change."""
    waiting = (
        Claim.objects.filter(event=OuterRef("pk"), review=Review.PROPOSED)
        .order_by()
        .values("event")
        .annotate(n=Count("pk"))
        .values("n")
    )
    last = Change.objects.filter(event=OuterRef("pk")).order_by("-seq").values("at")[:1]
    return events.annotate(
        awaiting=Coalesce(Subquery(waiting, output_field=IntegerField()), 0),
        changed_at=Subquery(last),
    )


def claim_slice(event: Event, filters: Filters) -> Slice:
    """The page of the claim list that the address asks for; raises BadRequest for a lost place."""
    claims = Claim.objects.public().filter(event=event)
    if filters.claimant:
        claims = claims.filter(claimant__slug=filters.claimant)
    if filters.status:
        claims = claims.filter(status=filters.status)
    try:
        return timeline(
            claims,
            newest_first=filters.order == "newest",
            after=filters.after,
            before=filters.before,
        )
    except TimelineError as error:
        raise BadRequest(str(error)) from None


def by_day(rows: Iterable[Row]) -> list[Day]:
    """Consecutive claims under the day on which they were said."""
    return [Day(tuple(found), *heading) for heading, found in groupby(rows, heading_of)]


def heading_of(row: Row) -> tuple[date | None, str]:
    """The day it stands under, or in words what is longer than a day or not known."""
    if row.said is None or row.said.day is None:
        return None, row.said.words if row.said else "Date not stated"
    if row.said.spans:
        return None, row.said.words
    return row.said.day, date_format(row.said.day, "l j F Y")


def period(event: Event) -> Moment | None:
    """When it happened: from the first day it began to the last day it ended."""
    began = moment(event.began, event.began_from, event.began_to, event.timezone)
    if not (event.ended_to and event.began_from):
        return began
    return Moment(words=stretch(event.began_from.date(), event.ended_to.date()))


def pairs_of(event: Event) -> tuple[list[Contradiction], list[Contradiction]]:
    """The event's contradictions, and apart from them its tensions: one query."""
    pairs = Contradiction.objects.public().with_sides().filter(event=event)
    found = list(pairs.order_by("severity", "created_at", "pk")[: 2 * PAIRS])
    hard = [pair for pair in found if pair.severity == Severity.CONTRADICTION]
    soft = [pair for pair in found if pair.severity == Severity.TENSION]
    return hard[:PAIRS], soft[:PAIRS]


def sources_of(event: Event) -> list[Outlet]:
    """The outlets whose articles the event's claims quote, with counts and grade: one query."""
    quoted = Quote.objects.public().filter(claim__event=event)
    articles = quoted.values("version__article")
    grades = ReliabilityGrade.objects.filter(outlet=OuterRef("pk")).order_by("-on", "-pk")
    outlets = Outlet.objects.filter(articles__in=articles, merged_into=None)
    return list(
        outlets.annotate(
            n=Count("articles", distinct=True),
            grade=Subquery(grades.values("letter")[:1]),
        ).order_by("-n", "name", "pk")[:OUTLETS]
    )
