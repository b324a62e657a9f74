"""What editors make of a flagged pair: confirm, dismiss, look again, or flag one themselves."""

from datetime import datetime

from django.utils import timezone

from claims.changes import Log, decision
from claims.choices import ContradictionState, DismissalReason, Kind, Severity
from claims.models import Claim, Contradiction
from claims.permissions import DecisionError, require
from claims.triage import place, refresh
from events.teams import Person

DECIDE = "claims.decide_contradiction"


class ContradictionError(DecisionError):
    """The pair is not in a state in which this can be done."""


def confirm(pair: Contradiction, *, by: Person, note: str = "") -> Contradiction:
    """Say that the two cannot both be true (a tension: that they pull apart).

    Readers see the pair once both claims are public.
    """
    with decision(by, note) as log:
        pair = _locked(pair)
        require(by, DECIDE, pair.event)
        if pair.state == ContradictionState.CONFIRMED:
            return pair
        _still_open(pair)
        decide(pair, ContradictionState.CONFIRMED, person=by, note=note, at=timezone.now())
        tell("published", pair, log)
        refresh([pair.group_id])
    return pair


def dismiss(
    pair: Contradiction, *, by: Person, reason: DismissalReason | str, note: str = ""
) -> Contradiction:
    """Say why the pair is no contradiction. It comes back only if a side of it changes."""
    with decision(by, note or str(reason)) as log:
        pair = _locked(pair)
        require(by, DECIDE, pair.event)
        needs_reason(reason, note)
        if pair.state == ContradictionState.DISMISSED and pair.dismissal_reason == reason:
            return pair
        _still_open(pair)
        pair.dismissal_reason = str(reason)
        decide(pair, ContradictionState.DISMISSED, person=by, note=note, at=timezone.now())
        tell("withdrawn", pair, log)
        refresh([pair.group_id])
    return pair


def reopen(pair: Contradiction, *, by: Person, note: str) -> Contradiction:
    """Take a decision back, so that it can be taken again; a confirmed pair leaves the pages."""
    with decision(by, note) as log:
        pair = _locked(pair)
        require(by, DECIDE, pair.event)
        if pair.state == ContradictionState.OPEN:
            return pair
        if pair.state == ContradictionState.RESOLVED:
            raise ContradictionError("This pair was resolved; there is nothing left to decide.")
        needs_note(note)
        take_back(pair, note)
        tell("withdrawn", pair, log, summary=note)
        refresh([pair.group_id])
    return pair


def flag(
    first: Claim,
    second: Claim,
    *,
    by: Person,
    reason: str,
    kind: Kind = Kind.NEGATION,
    severity: Severity = Severity.CONTRADICTION,
) -> Contradiction:
    """A person's own find: an open pair without a detector. ``reason`` quotes both sides.

    A pair that is known already is returned as it stands.
    """
    with decision(by, reason):
        require(by, "claims.add_contradiction", first.event)
        if first.pk == second.pk or first.event_id != second.event_id:
            raise ContradictionError("Choose two different claims of one event.")
        if not reason.strip():
            raise ContradictionError("Say in a sentence why the two cannot both be true.")
        first, second = sorted((first, second), key=lambda claim: claim.pk)
        pair, _ = Contradiction.objects.get_or_create(
            first=first,
            second=second,
            defaults={
                "event": first.event,
                "kind": kind,
                "severity": severity,
                "reason": reason,
                "score": 1.0,
                "sides_digest": "",
            },
        )
        place([pair])
        pair.refresh_from_db(fields=["row_version", "group"])
    return pair


def needs_reason(reason: DismissalReason | str, note: str) -> None:
    """Refuse a dismissal without a reason from the list; "other" has to say what."""
    if reason not in DismissalReason.values:
        raise ContradictionError("Choose a reason for the dismissal from the list.")
    if reason == DismissalReason.OTHER and not note.strip():
        raise ContradictionError("“Other” needs a note that says what.")


def needs_note(note: str) -> None:
    """Refuse to open a decided pair again without saying why."""
    if not note.strip():
        raise ContradictionError("Say why you look at it again.")


def decide(
    pair: Contradiction, state: ContradictionState, *, person: Person, note: str, at: datetime
) -> None:
    """Write a decision to a locked pair; who calls has asked whether it may be taken."""
    pair.state = state
    pair.decided_by_id = person.pk
    pair.decided_at = at
    pair.decision_note = note
    pair.save()
    pair.refresh_from_db(fields=["row_version"])


def take_back(pair: Contradiction, note: str) -> None:
    """Open a locked pair again; who calls has asked whether it may be."""
    pair.state = ContradictionState.OPEN
    pair.decided_by = pair.decided_at = None
    pair.dismissal_reason = ""
    pair.decision_note = note
    pair.save()


def tell(kind: str, pair: Contradiction, log: Log, *, summary: str = "") -> None:
    """Tell readers what became of a pair and of its sides, as far as they can see them."""
    log.add(kind, pair, summary=summary)
    log.touch(pair.first, pair.second)


def _locked(pair: Contradiction) -> Contradiction:
    rows = Contradiction.objects.select_for_update(of=("self",))
    return rows.select_related("event", "first", "second").get(pk=pair.pk)


def _still_open(pair: Contradiction) -> None:
    if pair.state == ContradictionState.RESOLVED:
        raise ContradictionError("This pair was resolved; there is nothing left to decide.")
    if pair.state != ContradictionState.OPEN:
        raise ContradictionError(
            f"This pair was already {pair.get_state_display().lower()}. Reopen it to decide anew."
        )
