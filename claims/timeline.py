"""The claims of a list in the order of time, a page at a time, at any depth for the same price.

A page begins after (or ends before) a claim named by its public id, so that its address stays
right while claims come in. Claims without a date stand at the end, whichever way time runs.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from claims.models import Claim
from claims.models.claim import UNDATED
from claims.querysets import ClaimQuerySet

PAGE = 50

Place = tuple[datetime, int]


class TimelineError(ValueError):
    """The page begins at a claim that the ledger does not know."""


@dataclass(frozen=True, slots=True)
class Slice:
    """The ids of one page's claims in order, and where the pages beside it begin; "" for none."""

    keys: tuple[int, ...]
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the list that one index serves: its dated claims, its undated ones, or all."""

    descending: bool
    dated: bool | None = None

    @property
    def condition(self) -> Q:
        """What its claims have in common."""
        if self.dated is None:
            return Q()
        return Q(sort_at__lt=UNDATED) if self.dated else Q(sort_at=UNDATED)

    def holds(self, place: Place) -> bool:
        """Whether the place lies in this stretch."""
        return self.dated is None or self.dated == (place[0] < UNDATED)


OLDEST_FIRST = (Run(descending=False),)
NEWEST_FIRST = (Run(descending=True, dated=True), Run(descending=False, dated=False))


def timeline(
    claims: ClaimQuerySet,
    *,
    newest_first: bool = False,
    after: str = "",
    before: str = "",
    size: int = PAGE,
) -> Slice:
    """The page of the list that follows ``after``, or goes before ``before``, else the first.

    One query for the page, one for where it begins, one more where the undated claims begin.
    Raises TimelineError for an unknown claim.
    """
    runs: tuple[Run, ...] = NEWEST_FIRST if newest_first else OLDEST_FIRST
    place = _place(after or before)
    backwards = bool(before) and not after
    if backwards:
        runs = tuple(Run(not run.descending, run.dated) for run in reversed(runs))
    rows = _walk(claims, runs, place, size + 1)
    more, rows = len(rows) > size, rows[:size]
    if backwards:
        rows.reverse()
    if not rows:
        return Slice(())
    return Slice(
        keys=tuple(key for key, _ in rows),
        before=rows[0][1] if (more if backwards else place) else "",
        after=rows[-1][1] if (place if backwards else more) else "",
    )


def _place(public_id: str) -> Place | None:
    if not public_id:
        return None
    rows = Claim.objects.filter(public_id=public_id).values_list("sort_at", "pk")
    place = rows.first()
    if place is None:
        raise TimelineError("There is no such place in the list.")
    return place


def _walk(
    claims: ClaimQuerySet, runs: tuple[Run, ...], place: Place | None, size: int
) -> list[tuple[int, str]]:
    rows: list[tuple[int, str]] = []
    for run in runs:
        if place is not None and not run.holds(place):
            continue
        here = claims.filter(run.condition)
        if place is not None:
            here, place = here.filter(_beyond(place, descending=run.descending)), None
        order = ("-sort_at", "-pk") if run.descending else ("sort_at", "pk")
        rows += here.order_by(*order).values_list("pk", "public_id")[: size - len(rows)]
        if len(rows) >= size:
            break
    return rows


def _beyond(place: Place, *, descending: bool) -> Q:
    at, pk = place
    if descending:
        return Q(sort_at__lte=at) & (Q(sort_at__lt=at) | Q(pk__lt=pk))
    return Q(sort_at__gte=at) & (Q(sort_at__gt=at) | Q(pk__gt=pk))
