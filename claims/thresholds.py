"""From which score on the software's finds of a kind enter the queue."""

from claims.changes import decision
from claims.choices import ContradictionState
from claims.models import Contradiction, Threshold
from claims.permissions import DecisionError, NotAllowed
from claims.triage import hold_thresholds, refresh_all
from events.teams import Person

CHANGE = "claims.change_threshold"


class ThresholdError(DecisionError):
    """The threshold cannot be set to this."""


def set_threshold(threshold: Threshold, score: float, *, by: Person, reason: str = "") -> Threshold:
    """Let open finds of the kind with a lower score leave the queue, and the others enter it.

    ``trust.effect`` says beforehand what that does. Decided pairs stay as they are.
    """
    with decision(by, reason):
        if not by.has_perm(CHANGE):
            raise NotAllowed("Your role does not allow you to change thresholds.")
        if not 0 <= score <= 1:
            raise ThresholdError("A threshold lies between 0, which hides nothing, and 1.")
        hold_thresholds(to_change=True)
        row = Threshold.objects.select_for_update().get(pk=threshold.pk)
        if row.score == score:
            return row
        low, high = sorted((row.score, score))
        row.score = score
        row.save(update_fields=["score", "updated_at"])
        row.refresh_from_db(fields=["row_version"])
        refresh_all(_groups_between(row.kind, low, high))
    return row


def _groups_between(kind: str, low: float, high: float) -> set[int]:
    """The groups with open finds that one of the two scores hides and the other does not."""
    pairs = Contradiction.objects.filter(
        kind=kind, state=ContradictionState.OPEN, score__gte=low, score__lt=high
    )
    groups = pairs.exclude(detector="").values_list("group", flat=True).order_by().distinct()
    return {pk for pk in groups if pk is not None}
