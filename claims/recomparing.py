"""Comparing stored claims anew, as a new version of the detector asks for: seen first, then done.

Trying it out is doing it in a transaction that is rolled back, so what is shown is what comes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from claims import plain_words
from claims.choices import ContradictionState, NoticeState
from claims.comparisons import comparable, compare_claims
from claims.models import Claim, Contradiction, RevisionNotice
from claims.statements import statement_of
from events.directory import Directory
from events.models import Event

BATCH = 100  # claims compared in one transaction; workers wait for the event's lock meanwhile

REVISION, NOTICE = "revision", "notice"  # instead of a kind and a severity

Pair = tuple[str, int, int]  # "pair" or "revision", and the ids of the claims that it joins


@dataclass(frozen=True, slots=True)
class Seen:
    """A recorded pair, or a revision, as an editor sees it.

    A revision has "revision" for its kind; its severity is "notice" where a figure fell.
    """

    state: str
    kind: str
    severity: str
    reason: str

    @property
    def stands(self) -> bool:
        """Whether it is before an editor, or decided as true; for a revision, whether it is one."""
        if self.kind == REVISION:
            return self.state != NoticeState.GONE
        return self.state in {ContradictionState.OPEN, ContradictionState.CONFIRMED}


@dataclass(frozen=True, slots=True)
class Difference:
    """What comparing anew changes in one pair or revision; None where there was, or is, nothing."""

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

    What editors decided stays as it is. The words by which plain claims find each other are kept
    even so, or a trial would not show what the next claims find.
    """
    rows = comparable(Claim.objects.filter(event=event, pk__in=claims).standing())
    plain_words.note(event, {claim.pk: statement_of(claim, directory) for claim in rows})
    with transaction.atomic():
        before = _recorded(claims)
        compare_claims(event, claims, directory)
        after = _recorded(claims)
        if not apply:
            transaction.set_rollback(True)
    pairs = sorted(before.keys() | after.keys())
    told = (Difference(pair, before.get(pair), after.get(pair)) for pair in pairs)
    return [one for one in told if one.before != one.after]


def to_compare(event: Event) -> "QuerySet[Claim]":
    """The event's claims that comparing anew may say something about.

    Those that stand, and the sides of whatever is on record: a claim that was rejected leaves its
    pairs.
    """
    own = OuterRef("pk")
    standing = Claim.objects.standing().filter(pk=own)
    known = (
        Exists(Contradiction.objects.filter(first=own))
        | Exists(Contradiction.objects.filter(second=own))
        | Exists(RevisionNotice.objects.filter(later=own))
    )
    return Claim.objects.filter(Q(Exists(standing)) | Q(known), event=event)


def batches(event: Event) -> Iterator[list[int]]:
    """The ids of an event's claims to compare, some at a time."""
    rows = to_compare(event).order_by("pk").values_list("pk", flat=True)
    last = 0
    while ids := list(rows.filter(pk__gt=last)[:BATCH]):
        yield ids
        last = ids[-1]


def _recorded(claims: Sequence[int]) -> dict[Pair, Seen]:
    pairs = Contradiction.objects.filter(Q(first__in=claims) | Q(second__in=claims))
    found = {
        ("pair", first, second): Seen(*seen)
        for first, second, *seen in pairs.values_list(
            "first_id", "second_id", "state", "kind", "severity", "reason"
        )
    }
    notices = RevisionNotice.objects.filter(Q(later__in=claims) | Q(earlier__in=claims))
    return found | {
        (REVISION, earlier, later): Seen(state, REVISION, NOTICE if fell else REVISION, reason)
        for earlier, later, state, fell, reason in notices.values_list(
            "earlier_id", "later_id", "state", "downward", "reason"
        )
    }
