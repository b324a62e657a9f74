"""How far the detector can be trusted: what editors made of its finds, kind by kind.

Only what a person decided counts. A share of few decisions says little, so each comes with the
interval in which the true share lies with 95 % certainty (Wilson 1927, which unlike the textbook
formula holds for few decisions and for shares near 0 or 1).
"""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist
from typing import Any

from django.db.models import Count, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from claims.choices import ContradictionState, Kind
from claims.models import Contradiction

CERTAINTY = 0.95


@dataclass(frozen=True, slots=True)
class Record:
    """What became of the finds of one kind by one version of the detector."""

    kind: Kind
    detector: str
    confirmed: int
    dismissed: int

    @property
    def decided(self) -> int:
        """How many editors have decided on."""
        return self.confirmed + self.dismissed

    @property
    def share(self) -> float | None:
        """The part that was confirmed; None before the first decision."""
        return self.confirmed / self.decided if self.decided else None

    @property
    def interval(self) -> tuple[float, float]:
        """Where the true share lies, with 95 % certainty."""
        return wilson(self.confirmed, self.decided)

    @property
    def words(self) -> str:
        """For people: "12 of 15 confirmed, 80 % (95 % sure of 55 to 93 %)"."""
        if self.share is None:
            return "none decided yet"
        share, low, high = (round(100 * part) for part in (self.share, *self.interval))
        decided = f"{self.confirmed:,} of {self.decided:,} confirmed"
        return f"{decided}, {share} % (95 % sure of {low} to {high} %)"


def wilson(successes: int, trials: int) -> tuple[float, float]:
    """The interval that holds the true share with 95 % certainty; (0, 1) without a trial."""
    if trials == 0:
        return 0.0, 1.0
    z = NormalDist().inv_cdf((1 + CERTAINTY) / 2)
    share, weight = successes / trials, z * z / trials
    middle = (share + weight / 2) / (1 + weight)
    reach = z * sqrt(share * (1 - share) / trials + weight / (4 * trials)) / (1 + weight)
    return max(0.0, middle - reach), min(1.0, middle + reach)


@dataclass(frozen=True, slots=True)
class Part:
    """How many of some pairs a threshold hides."""

    hidden: int
    all: int

    @property
    def words(self) -> str:
        """For people: "3 of 12, 25 % (95 % sure of 9 to 53 %)"; "none" of none."""
        if not self.all:
            return "none"
        share, low, high = (
            round(100 * part) for part in (self.hidden / self.all, *wilson(self.hidden, self.all))
        )
        return f"{self.hidden:,} of {self.all:,}, {share} % (95 % sure of {low} to {high} %)"


@dataclass(frozen=True, slots=True)
class Effect:
    """What a threshold would have done to past decisions on one kind, and does to open finds."""

    kind: Kind
    score: float
    confirmed: Part
    dismissed: Part
    open: Part

    @property
    def shown(self) -> int:
        """How many open finds are in the queue with it."""
        return self.open.all - self.open.hidden

    @property
    def kept(self) -> Record:
        """What editors decided on those that it leaves in the queue."""
        return Record(
            self.kind,
            "",
            self.confirmed.all - self.confirmed.hidden,
            self.dismissed.all - self.dismissed.hidden,
        )


def effect(kind: str, score: float) -> Effect:
    """What the threshold means for the software's finds of a kind: one query, off an index.

    Of the confirmed ones it hides, editors would have missed a contradiction; of the dismissed
    ones, they would have been spared a minute each.
    """
    rows = Contradiction.objects.filter(kind=kind).exclude(detector="").order_by()
    counted = rows.values_list("state").annotate(
        all=Count("pk"), hidden=Count("pk", filter=Q(score__lt=score))
    )
    found = {state: Part(hidden, every) for state, every, hidden in counted}
    none = Part(0, 0)
    states = (
        ContradictionState.CONFIRMED, ContradictionState.DISMISSED, ContradictionState.OPEN,
    )  # fmt: skip
    return Effect(Kind(kind), score, *(found.get(state, none) for state in states))


def record_of(kind: str, detector: str) -> Record:
    """What editors decided on the finds of one kind by one version: one query."""
    return _record(
        kind, detector, **_decided().filter(kind=kind, detector=detector).aggregate(**SUMS)
    )


def records() -> list[Record]:
    """What editors decided on the software's finds, by kind and version, the newest first.

    One query over decided pairs, of which there are as many as people had time for.
    """
    counted: Any = _decided().order_by().values_list("kind", "detector").annotate(**SUMS)
    found = sorted((_record(*row) for row in counted), key=lambda one: one.detector, reverse=True)
    return sorted(found, key=lambda one: list(Kind).index(one.kind))


def decided_of(kind: Any, state: ContradictionState) -> Coalesce:
    """For a query set of kinds: how many of the software's finds of each were decided so."""
    rows = _decided().filter(kind=kind, state=state).order_by().values("kind")
    return Coalesce(Subquery(rows.annotate(number=Count("pk")).values("number")), 0)


SUMS = {
    "confirmed": Count("pk", filter=Q(state=ContradictionState.CONFIRMED)),
    "dismissed": Count("pk", filter=Q(state=ContradictionState.DISMISSED)),
}


def _decided() -> "QuerySet[Contradiction]":
    states = [ContradictionState.CONFIRMED, ContradictionState.DISMISSED]
    return Contradiction.objects.filter(state__in=states).exclude(detector="")


def _record(kind: str, detector: str, confirmed: int, dismissed: int) -> Record:
    return Record(Kind(kind), detector, confirmed, dismissed)
