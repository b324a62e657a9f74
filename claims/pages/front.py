"""The front page: the events, and in each what collides first."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import BadRequest
from django.db.models import Count, Q, QuerySet, Window
from django.db.models.functions import RowNumber
from django.http import HttpRequest, HttpResponse

from claims.choices import Lifecycle
from claims.models import Claim, Contradiction
from claims.pages.events import period, with_standing
from claims.pages.moments import Moment, exactly
from claims.pages.rows import figure
from claims.pages.serving import reader_page, show
from claims.querysets import ClaimQuerySet
from events.models import Event

EVENTS = 30


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the contradiction shown, or the first claim where there is none."""

    claim: Claim
    figure: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of the list."""

    event: Event
    period: Moment | None
    changed: Moment
    claims: int
    claimants: int
    nameless: int
    contradictions: int
    sides: tuple[Side, ...] = ()
    page: str = ""


@reader_page
def event_list(request: HttpRequest) -> HttpResponse:
    """The public events, the last opened first, a page at a time."""
    events = with_standing(Event.objects.public()).order_by("-created_at", "-pk")
    after = request.GET.get("after", "")
    found = list(_after(events, after)[: EVENTS + 1])
    shown, more = found[:EVENTS], found[EVENTS:]
    context = {
        "entries": entries(shown),
        "after": shown[-1].public_id if more else "",
        "later": bool(after),
    }
    return show(request, "claims/event_list.html", context)


def _after(events: QuerySet[Event], public_id: str) -> QuerySet[Event]:
    if not public_id:
        return events
    place = Event.objects.filter(public_id=public_id).values_list("created_at", "pk").first()
    if place is None:
        raise BadRequest("There is no such place in the list.")
    at, pk = place
    return events.filter(created_at__lte=at).filter(Q(created_at__lt=at) | Q(pk__lt=pk))


def entries(events: list[Any]) -> list[Entry]:
    """The events with their counts and what collides first: three queries for any number."""
    keys = [event.pk for event in events]
    standing = Claim.objects.public().exclude(lifecycle=Lifecycle.RETRACTED)
    counts = {row["event"]: row for row in _counted(standing.filter(event__in=keys))}
    pairs = {pair.event_id: pair for pair in _first_pairs(keys)}
    lone = {claim.event_id: claim for claim in _first_claims(set(keys) - set(pairs))}
    return [
        _entry(event, counts.get(event.pk, {}), pairs.get(event.pk), lone.get(event.pk))
        for event in events
    ]


def _counted(claims: ClaimQuerySet) -> Iterable[Any]:
    grouped = claims.order_by().values("event")
    return grouped.annotate(
        claims=Count("pk"),
        claimants=Count("claimant", distinct=True),
        nameless=Count("pk", filter=Q(claimant=None)),
    )


def _first_pairs(keys: list[int]) -> QuerySet[Contradiction]:
    """The first confirmed contradiction of each event, and in ``of`` how many there are."""
    here = Window(RowNumber(), partition_by="event", order_by=["created_at", "pk"])
    number = Window(Count("pk"), partition_by="event")
    hard = Contradiction.objects.public().hard().with_sides().filter(event__in=keys)
    return hard.annotate(place=here, of=number).filter(place=1)


def _first_claims(keys: set[int]) -> QuerySet[Claim]:
    """The first claim of each event, with its question and claimant."""
    claims = Claim.objects.public().exclude(lifecycle=Lifecycle.RETRACTED).filter(event__in=keys)
    first = claims.order_by("event_id", "sort_at", "pk").distinct("event_id")
    return first.select_related("question", "claimant").defer("search")


def _entry(event: Any, counts: dict[str, int], pair: Any, lone: Claim | None) -> Entry:
    sides = sorted((pair.first, pair.second), key=lambda c: (c.sort_at, c.pk)) if pair else []
    if lone is not None:
        sides = [lone]
    return Entry(
        event=event,
        period=period(event),
        changed=exactly(event.changed_at or event.updated_at, event.timezone),
        claims=counts.get("claims", 0),
        claimants=counts.get("claimants", 0),
        nameless=counts.get("nameless", 0),
        contradictions=pair.of if pair else 0,
        sides=tuple(Side(side, figure(side)) for side in sides),
        page=pair.get_absolute_url() if pair else "",
    )
