"""What editors do with a claim: publish, reject, edit, take back.

Every function takes the claim's row under a lock, asks role and team, writes the history with who
and why, and tells the public log last. Doing a thing twice is harmless and told once. A claim
handed in is only looked up by its id; the fresh row is returned.
"""

from collections.abc import Iterable

from django.utils import timezone

from claims.changes import Log, decision
from claims.choices import Lifecycle, ProposalState, Review, Status
from claims.models import Claim
from claims.permissions import DecisionError, require
from claims.signals import announce_edit
from events.teams import Person


class ReviewError(DecisionError):
    """The claim is not in a state in which this can be done."""


def publish(claim: Claim, *, by: Person, reason: str = "") -> Claim:
    """Let readers see the claim, as soon as its event is public.

    It needs the words it stands on: a quote, or evidence that an editor gave. If it revises a
    published claim of the same claimant, that one is marked as revised.
    """
    with decision(by, reason) as log:
        claim = locked(claim)
        require(by, "claims.publish_claim", claim.event)
        if claim.review == Review.PUBLISHED:
            return claim
        _may_be_published(claim)
        claim.review = Review.PUBLISHED
        claim.published_at = timezone.now()
        claim.published_by_id = by.pk
        save(claim, "review", "published_at", "published_by")
        _accept(claim, by)
        mark_revised(claim, log)
        log.add("published", claim, summary=reason)
        log.touch_around(claim)
    return claim


def show_words(claim: Claim, *, by: Person, reason: str = "") -> Claim:
    """Let readers see the words that the reader added since the claim was published."""
    with decision(by, reason) as log:
        claim = locked(claim)
        require(by, "claims.publish_claim", claim.event)
        if claim.review != Review.PUBLISHED:
            raise ReviewError("This claim is not published: its words are shown when it is.")
        if _accept(claim, by):
            log.add("changed", claim, summary=reason or "Words from further articles were added.")
    return claim


def _accept(claim: Claim, by: Person) -> int:
    """Accept the claim's words as they are now; returns how many waited."""
    waiting = claim.quotes.filter(accepted_at=None)
    return waiting.update(accepted_at=timezone.now(), accepted_by_id=by.pk)


def reject(claim: Claim, *, by: Person, reason: str) -> Claim:
    """Put a proposed claim aside. It is remembered: reading again does not bring it back."""
    with decision(by, reason) as log:
        claim = locked(claim)
        require(by, "claims.reject_claim", claim.event)
        if claim.review == Review.REJECTED:
            return claim
        if claim.review == Review.PUBLISHED:
            raise ReviewError("This claim is published; withdraw it instead.")
        _not_merged(claim)
        _needs_reason(reason, "reject it")
        claim.review = Review.REJECTED
        save(claim, "review")
        announce_edit(claim.pk, sender=Claim)
        log.touch_around(claim)
    return claim


def restore(claim: Claim, *, by: Person, reason: str = "") -> Claim:
    """Bring a rejected claim back to the queue."""
    with decision(by, reason):
        claim = locked(claim)
        require(by, "claims.reject_claim", claim.event)
        if claim.review == Review.PROPOSED:
            return claim
        if claim.review != Review.REJECTED:
            raise ReviewError("Only a rejected claim can be brought back to the queue.")
        if claim.status != Status.UNVERIFIED:
            raise ReviewError(
                f"This claim is {claim.get_status_display().lower()} by a verdict, so it cannot "
                "wait in the queue; publish it again instead."
            )
        claim.review = Review.PROPOSED
        save(claim, "review")
        announce_edit(claim.pk, sender=Claim)
    return claim


def withdraw(claim: Claim, *, by: Person, reason: str, to: Review = Review.REJECTED) -> Claim:
    """Take a published claim back from the readers, who are told why: the reason is public.

    It is rejected, or with ``to=Review.PROPOSED`` waits for an editor again. A pending verdict
    proposal on it is closed.
    """
    with decision(by, reason) as log:
        claim = locked(claim)
        require(by, "claims.publish_claim", claim.event)
        if claim.review == to:
            return claim
        if claim.review != Review.PUBLISHED:
            raise ReviewError(f"This claim is {claim.review}, not published.")
        _needs_reason(reason, "withdraw it")
        if to == Review.PROPOSED and claim.status != Status.UNVERIFIED:
            raise ReviewError(
                f"This claim is {claim.get_status_display().lower()} by a verdict. Have the "
                "verdict undone first, or withdraw the claim as rejected."
            )
        claim.review = to
        claim.published_at = claim.published_by = None
        save(claim, "review", "published_at", "published_by")
        announce_edit(claim.pk, sender=Claim)
        close_proposals(claim, by, "The claim was withdrawn.")
        unmark_revised(claim, log)
        log.add("withdrawn", claim, summary=reason)
        log.touch_around(claim)
    return claim


def retract(claim: Claim, *, by: Person, reason: str) -> Claim:
    """Record that the claimant took the claim back. It stays visible; the reason is public."""
    return _lifecycle(claim, Lifecycle.RETRACTED, by, reason, "Retracted by the claimant")


def unretract(claim: Claim, *, by: Person, reason: str) -> Claim:
    """Take back a mistaken record of a retraction; the reason is public."""
    return _lifecycle(claim, Lifecycle.CURRENT, by, reason, "Not retracted after all")


def locked(claim: Claim) -> Claim:
    """The claim's row as it is now, held until the transaction ends."""
    return lock(claim)[claim.pk]


def lock(*claims: Claim) -> dict[int, Claim]:
    """The rows of these claims and of those they revise, by id.

    They are locked in the order of their ids, so that two editors never wait for each other.
    """
    ids = {pk for claim in claims for pk in (claim.pk, claim.revises_id) if pk is not None}
    rows = Claim.objects.select_for_update(of=("self",)).select_related("event")
    return {row.pk: row for row in rows.defer("search").filter(pk__in=ids).order_by("pk")}


def save(claim: Claim, *fields: str) -> None:
    """Save these fields, and learn the row version that the database gave."""
    claim.save(update_fields=[*fields])
    claim.refresh_from_db(fields=["row_version"])


def close_proposals(claim: Claim, by: Person, comment: str) -> None:
    """Withdraw what waits for a second reviewer, because the claim is no longer published."""
    claim.proposals.filter(state=ProposalState.PENDING).update(
        state=ProposalState.WITHDRAWN,
        decided_by=by.pk,
        decided_at=timezone.now(),
        comment=comment,
    )


def mark_revised(claim: Claim, log: Log) -> None:
    """Mark the claim that this one revises, now that readers can see the later figure."""
    earlier = _revised(claim, Lifecycle.CURRENT)
    if earlier is not None:
        earlier.lifecycle = Lifecycle.REVISED
        save(earlier, "lifecycle")
        log.touch(earlier)


def unmark_revised(claim: Claim, log: Log) -> None:
    """Undo ``mark_revised``, unless another published claim revises the same one."""
    earlier = _revised(claim, Lifecycle.REVISED)
    if earlier is None or _published(earlier.revised_by.exclude(pk=claim.pk)):
        return
    earlier.lifecycle = Lifecycle.CURRENT
    save(earlier, "lifecycle")
    log.touch(earlier)


def _revised(claim: Claim, lifecycle: Lifecycle) -> Claim | None:
    if claim.revises is None:
        return None
    earlier = locked(claim.revises)
    return earlier if earlier.lifecycle == lifecycle else None


def _published(claims: Iterable[Claim]) -> bool:
    return any(claim.review == Review.PUBLISHED for claim in claims)


def _lifecycle(claim: Claim, to: Lifecycle, by: Person, reason: str, words: str) -> Claim:
    with decision(by, reason) as log:
        claim = locked(claim)
        require(by, "claims.publish_claim", claim.event)
        if claim.lifecycle == to:
            return claim
        _needs_reason(reason, "say so")
        if to == Lifecycle.CURRENT and claim.lifecycle != Lifecycle.RETRACTED:
            raise ReviewError("This claim is not recorded as retracted.")
        if to == Lifecycle.CURRENT and _published(claim.revised_by.all()):
            to = Lifecycle.REVISED
        claim.lifecycle = to
        save(claim, "lifecycle")
        announce_edit(claim.pk, sender=Claim)
        log.add("changed", claim, summary=f"{words}: {reason}")
        log.touch_around(claim)
    return claim


def _may_be_published(claim: Claim) -> None:
    _not_merged(claim)
    if claim.quotes.exclude(exact="").exists() or claim.evidence.exists():
        return
    raise ReviewError("Readers must see what the claim stands on: add a quote or evidence first.")


def _not_merged(claim: Claim) -> None:
    if claim.merged_into is not None:
        raise ReviewError(f"This claim was merged into {claim.merged_into.public_id}.")


def _needs_reason(reason: str, what: str) -> None:
    if not reason.strip():
        raise ReviewError(f"Say why you {what}.")
