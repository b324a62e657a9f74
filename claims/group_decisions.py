"""One decision on all pairs that say the same thing, in one transaction, each with its history.

The person has seen which pairs it touches: ``seen`` has the row version of each as the preview
showed it. When the pairs are no longer these, nothing is decided. It is undone by a new decision.
"""

from collections.abc import Iterable, Mapping

from django.db.models import Subquery
from django.utils import timezone

from claims.changes import decision
from claims.choices import ContradictionState, DismissalReason
from claims.contradictions import (
    DECIDE,
    ContradictionError,
    decide,
    needs_note,
    needs_reason,
    take_back,
    tell,
)
from claims.models import Contradiction
from claims.permissions import require
from claims.querysets import ContradictionQuerySet
from claims.triage import kept_out, refresh
from events.teams import Person

MOST = 200  # pairs that one decision touches; the others stay for the next
CHANGED = "The pairs have changed since you looked. Here they are now; decide again."

Seen = Mapping[int, int]


def waiting_with(pair: Contradiction) -> ContradictionQuerySet:
    """The open pairs of the pair's group, itself included, which one decision can touch.

    They are in the queue, or a threshold keeps them out of it, as the pair is or was itself: what
    nobody was to be asked about is not decided in passing, nor comes next.
    """
    if not pair.group_id:
        return Contradiction.objects.filter(pk=pair.pk)
    rows = Contradiction.objects.filter(group=pair.group_id, state=ContradictionState.OPEN)
    own = Contradiction.objects.filter(pk=pair.pk).values(out=kept_out())
    return rows.alias(out=kept_out()).filter(out=Subquery(own)).order_by("pk")


def decided_with(pair: Contradiction) -> ContradictionQuerySet:
    """The pairs that were decided by the same decision as this one, itself included."""
    if pair.decided_at is None:
        return Contradiction.objects.none()
    together = Contradiction.objects.filter(
        group=pair.group_id, state=pair.state, decided_by=pair.decided_by_id,
        decided_at=pair.decided_at,
    )  # fmt: skip
    return together.order_by("pk")


def confirm_group(
    pair: Contradiction, *, by: Person, seen: Seen, note: str = ""
) -> list[Contradiction]:
    """Confirm all open pairs of the pair's group. Returns them."""
    with decision(by, note) as log:
        pairs = _locked(waiting_with(pair), seen, by)
        at = timezone.now()
        for one in pairs:
            decide(one, ContradictionState.CONFIRMED, person=by, note=note, at=at)
            tell("published", one, log)
        refresh({one.group_id for one in pairs})
    return pairs


def dismiss_group(
    pair: Contradiction, *, by: Person, seen: Seen, reason: DismissalReason | str, note: str = ""
) -> list[Contradiction]:
    """Dismiss all open pairs of the pair's group for one reason. Returns them.

    Each comes back by itself, when a side of it changes.
    """
    with decision(by, note or str(reason)) as log:
        pairs = _locked(waiting_with(pair), seen, by)
        needs_reason(reason, note)
        at = timezone.now()
        for one in pairs:
            one.dismissal_reason = str(reason)
            decide(one, ContradictionState.DISMISSED, person=by, note=note, at=at)
            tell("withdrawn", one, log)
        refresh({one.group_id for one in pairs})
    return pairs


def reopen_group(pair: Contradiction, *, by: Person, seen: Seen, note: str) -> list[Contradiction]:
    """Take back, for all pairs that it touched, the decision by which the pair was decided."""
    with decision(by, note) as log:
        pairs = _locked(decided_with(pair), seen, by)
        needs_note(note)
        for one in pairs:
            take_back(one, note)
            tell("withdrawn", one, log, summary=note)
        refresh({one.group_id for one in pairs})
    return pairs


def _locked(found: ContradictionQuerySet, seen: Seen, by: Person) -> list[Contradiction]:
    """The pairs as they are now, if they are those that the person saw and may decide on."""
    rows = found.select_for_update(of=("self",)).select_related("event", "first", "second")
    pairs = list(rows[:MOST])
    _require_all(by, pairs)
    if not pairs or {one.pk: one.row_version for one in pairs} != dict(seen):
        raise ContradictionError(CHANGED)
    return pairs


def _require_all(by: Person, pairs: Iterable[Contradiction]) -> None:
    """Ask for every pair; those of one event have one answer."""
    for event in {one.event_id: one.event for one in pairs}.values():
        require(by, DECIDE, event)
