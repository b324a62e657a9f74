"""The queue of contradictions: groups of pairs that say the same, the most worth a look first."""

from dataclasses import dataclass
from math import isfinite
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from claims import notices, triage
from claims.choices import ContradictionState, Kind
from claims.group_decisions import MOST, decided_with, waiting_with
from claims.models import Contradiction, ContradictionGroup
from claims.querysets import GroupQuerySet
from claims.ranking import in_words
from events.administration.paging import QUEUE_CAP, Tally, tally
from events.administration.widgets import is_id
from events.models import Event

NEXT_SHOWN = 4
OTHERS_SHOWN = 8
FALLEN_SHOWN = 3
ROWS_SHOWN = 30
FILTERS = ("event", "kind", "below")


@dataclass(frozen=True, slots=True)
class Row:
    """One group in the queue."""

    group: ContradictionGroup
    lead: Contradiction
    page: str
    rank: str
    before: str

    @property
    def pairs(self) -> int:
        """How many of its pairs the row stands for."""
        return self.group.waiting or self.group.hidden


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pair stands in the queue: "14 of 92", "60 of 100+"."""

    number: str
    total: str
    following: list[Contradiction]
    previous: Contradiction | None


@dataclass(frozen=True, slots=True)
class Company:
    """The other pairs that say the same, and what was decided on such before."""

    others: list[Contradiction]
    waiting: int
    together: int
    rank: str
    before: str
    precedent: Contradiction | None

    @property
    def more(self) -> int:
        """How many others are open beside those shown."""
        return self.waiting - 1 - len(self.others)

    @property
    def touched(self) -> str:
        """How many one decision touches, in words."""
        return (
            f"the first {MOST} of {self.waiting}" if self.waiting > MOST else f"all {self.waiting}"
        )


def waiting(request: HttpRequest) -> GroupQuerySet:
    """The groups that the person may decide, as the address filters them; best first."""
    rows = ContradictionGroup.objects.editable_by(request.user)
    if request.GET.get("event"):
        rows = rows.filter(event__slug=request.GET["event"])
    if request.GET.get("kind"):
        rows = rows.filter(kind=request.GET["kind"])
    return rows.below_threshold() if request.GET.get("below") else rows.waiting()


def query(request: HttpRequest, **changed: str) -> str:
    """The queue's filters as they stand in the address, some of them changed."""
    given = {name: request.GET.get(name, "") for name in FILTERS} | changed
    kept = {name: value for name, value in given.items() if value}
    return f"?{urlencode(kept)}" if kept else ""


def page(request: HttpRequest) -> dict[str, Any]:
    """One page of the queue: four queries, whatever its length. The first has the notices too."""
    rows = waiting(request)
    place = _place(request.GET.get("after", ""))
    found = list((rows.after(*place) if place else rows).with_lead()[: ROWS_SHOWN + 1])
    total = rows.order_by()[: QUEUE_CAP + 1].count()
    last = found[ROWS_SHOWN - 1] if len(found) > ROWS_SHOWN else None
    kind, slug = request.GET.get("kind", ""), request.GET.get("event", "")
    return {
        "fallen": None if place or _filtered(request) else _fallen(request),
        "rows": [_row(group, query(request)) for group in found[:ROWS_SHOWN]],
        "total": capped(total),
        "later": query(request, after=f"{last.rank!r}_{last.pk}") if last else "",
        "first": query(request) or "?" if place else "",
        "below": bool(request.GET.get("below")),
        "kinds": [(one.label, query(request, kind=one.value), one.value == kind) for one in Kind],
        "any_kind": query(request, kind="") or "?",
        "kind": dict(Kind.choices).get(kind, kind),
        "event": Event.objects.filter(slug=slug).first() if slug else None,
        "slug": slug,
        "any_event": query(request, event="") or "?",
        "turned": query(request, below="" if request.GET.get("below") else "1") or "?",
    }


def _filtered(request: HttpRequest) -> bool:
    """Whether the address filters the queue."""
    return any(request.GET.get(name) for name in FILTERS)


def _fallen(request: HttpRequest) -> Tally:
    return tally(notices.fallen(request.user), shown=FALLEN_SHOWN, since="created_at")


def place(pair: Contradiction, rows: GroupQuerySet) -> Place:
    """Where the pair's group stands among those that wait; counted up to a cap. One query."""
    group = pair.group
    if group is None:
        return Place("", capped(rows.order_by()[: QUEUE_CAP + 1].count()), [], None)
    mine = (group.rank, group.pk)
    told = rows.with_names()
    near = (
        told.before(*mine)
        .reverse()[: QUEUE_CAP + 1]
        .union(told.from_place(*mine)[: QUEUE_CAP + 1], all=True)
    )
    found = sorted(near, key=lambda one: (one.rank, one.pk), reverse=True)
    ahead = [one for one in found if (one.rank, one.pk) > mine]
    after = [one for one in found if (one.rank, one.pk) < mine]
    stands = pair.state == ContradictionState.OPEN and group in found
    return Place(
        number=capped(len(ahead) + 1) if stands else "",
        total=capped(len(found)),
        following=[one.lead for one in after[:NEXT_SHOWN] if one.lead is not None],
        previous=ahead[-1].lead if ahead else None,
    )


def following(pair: Contradiction, request: HttpRequest) -> Contradiction | None:
    """What to look at after a pair: the next that says the same, else the next group's.

    Past the end of the queue, the first of what was left; None when nothing waits.
    """
    same = waiting_with(pair).exclude(pk=pair.pk)
    own = same.first()
    if own is not None:
        return own
    rows, group = waiting(request).with_lead(), pair.group
    after = rows.after(group.rank, group.pk).first() if group is not None else None
    found = after or rows.first()
    return found.lead if found is not None else None


def company(pair: Contradiction) -> Company:
    """The group of a pair as its page shows it."""
    group = pair.group
    alike, is_open = waiting_with(pair), pair.state == ContradictionState.OPEN
    waiting = group.waiting + group.hidden if group is not None else 0
    if group is not None and group.hidden and (group.waiting or not is_open):
        waiting = alike.count()
    others = alike.exclude(pk=pair.pk).with_sides()[:OTHERS_SHOWN]
    return Company(
        others=list(others) if waiting > is_open else [],
        waiting=waiting,
        together=decided_with(pair).count() if pair.decided_at else 0,
        rank=rank_words(group) if group is not None else "",
        before=before_words(group) if group is not None else "",
        precedent=group.precedent if group is not None else None,
    )


def rank_words(group: ContradictionGroup) -> str:
    """Why the group stands where it stands."""
    standing = triage.standing_of(group)
    return in_words(standing, rank=group.rank, now=timezone.now()) if standing else ""


def before_words(group: ContradictionGroup) -> str:
    """What was decided last on a pair with the same two answers; "" if nothing was."""
    pair = group.precedent
    if pair is None or pair.decided_at is None:
        return ""
    why = f" as {pair.get_dismissal_reason_display().lower()}" if pair.dismissal_reason else ""
    day = date_format(pair.decided_at, "j M Y")
    return f"{pair.get_state_display().lower()}{why} by {pair.decided_by}, {day}"


def capped(number: int) -> str:
    """A number as shown: "7", or "100+" beyond the cap."""
    return f"{QUEUE_CAP}+" if number > QUEUE_CAP else str(number)


def _row(group: ContradictionGroup, filters: str) -> Row:
    lead = group.lead
    assert lead is not None
    page = reverse("admin:claims_contradiction_change", args=[lead.pk])
    return Row(group, lead, page + filters, rank_words(group), before_words(group))


def _place(text: str) -> tuple[float, int] | None:
    """A place as the address has it, "2500.25_17"; None for the beginning."""
    rank, _, pk = text.partition("_")
    try:
        value = float(rank)
    except ValueError:
        return None
    return (value, int(pk)) if isfinite(value) and is_id(pk) else None
