"""Comparing stored claims anew, as a new version of the detector asks for: seen first, then done.

Trying it out is doing it in a transaction that is rolled back, so what is shown is what comes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from claims.choices import ContradictionState
from claims.comparisons import compare_claims
from claims.models import Claim, Contradiction
from events.directory import Directory
from events.models import Event

BATCH = 100  # claims compared in one transaction; workers wait for the event's lock meanwhile

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Seen:
    """A recorded pair as an editor sees it."""

    state: str
    kind: str
    severity: str
    reason: str

    @property
    def stands(self) -> bool:
        """Whether it is before an editor, or decided as true."""
        return self.state in {ContradictionState.OPEN, ContradictionState.CONFIRMED}


@dataclass(frozen=True, slots=True)
class Difference:
    """What comparing anew changes in one pair; None where there was, or is, nothing."""

    pair: Pair
    before: Seen | None
    after: Seen | None

    @property
    def what(self) -> str:
        """Seen from the queue of open pairs: "new", "gone" or "changed"."""
        stood = self.before is not None and self.before.stands
        stands = self.after is not None and self.after.stands
        if stood == stands:
            return "changed"
        return "new" if stands else "gone"


def compare_anew(
    event: Event, claims: Sequence[int], directory: Directory, *, apply: bool
) -> list[Difference]:
    """Compare these claims of an event anew; unless ``apply`` is set nothing of it is kept.

    What editors decided stays as it is.
    """
    with transaction.atomic():
        before = _recorded(claims)
        compare_claims(event, claims, directory)
        after = _recorded(claims)
        if not apply:
            transaction.set_rollback(True)
    pairs = sorted(before.keys() | after.keys())
    told = (Difference(pair, before.get(pair), after.get(pair)) for pair in pairs)
    return [one for one in told if one.before != one.after]


def batches(event: Event) -> Iterator[list[int]]:
    """The ids of an event's standing claims that answer a question, some at a time."""
    rows = Claim.objects.filter(event=event, question__isnull=False).standing()
    last = 0
    while ids := list(rows.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]):
        yield ids
        last = ids[-1]


def _recorded(claims: Sequence[int]) -> dict[Pair, Seen]:
    rows = Contradiction.objects.filter(Q(first__in=claims) | Q(second__in=claims))
    return {
        (first, second): Seen(*seen)
        for first, second, *seen in rows.values_list(
            "first_id", "second_id", "state", "kind", "severity", "reason"
        )
    }
