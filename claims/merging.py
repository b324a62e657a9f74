"""One claim found twice: merge the rows, keep what came from where, and take it apart again."""

from claims.changes import Log, decision
from claims.choices import ContradictionState, Review, Status
from claims.models import Claim, Contradiction, Quote
from claims.permissions import require
from claims.review import (
    ReviewError,
    close_proposals,
    lock,
    mark_revised,
    save,
    unmark_revised,
)
from claims.triage import place
from events.teams import Person

MOVED = "moved_from"  # in Contradiction.signals: public ids of merged claims, the last one last
BEFORE = "before_merge"  # in Contradiction.signals: how to bring back what a merge resolved
DECIDED = (ContradictionState.CONFIRMED, ContradictionState.DISMISSED)


def merge(claim: Claim, into: Claim, *, by: Person, reason: str) -> Claim:
    """Make ``into`` stand for both; ``claim`` keeps its id, which leads to the other.

    Quotes move with a note where they came from, and so do contradictions. A pair that both had
    keeps the one decision; two contrary decisions open it again. The reason is public.
    Returns the surviving claim.
    """
    with decision(by, reason) as log:
        rows = lock(claim, into)
        claim, into = rows[claim.pk], rows[into.pk]
        require(by, "claims.merge_claim", claim.event)
        if claim.merged_into_id == into.pk:
            return into
        _may_merge(claim, into, reason)
        _move_quotes(claim, into)
        pairs = _pairs_of(claim)
        log.touch(*pairs)
        standing = [_move_pair(pair, claim, into) for pair in pairs]
        log.touch(*standing)
        place([*pairs, *standing])
        close_proposals(claim, by, f"The claim was merged into {into.public_id}.")
        unmark_revised(claim, log)
        claim.review = Review.MERGED
        claim.merged_into = into
        save(claim, "review", "merged_into")
        log.add("merged", claim, summary=f"Merged into {into.public_id}: {reason}")
        log.touch_around(claim, into)
    return into


def unmerge(claim: Claim, *, by: Person, reason: str) -> Claim:
    """Take a merged claim out again, with its quotes and contradictions, as it was before.

    A claim that was published is published again. Returns it.
    """
    with decision(by, reason) as log:
        into = claim.merged_into
        rows = lock(claim) if into is None else lock(claim, into)
        claim = rows[claim.pk]
        require(by, "claims.merge_claim", claim.event)
        if claim.merged_into_id is None:
            return claim
        if into is None or claim.merged_into_id != into.pk:
            raise ReviewError("Somebody merged this claim a moment ago; look at it again.")
        _needs_words(reason)
        claim.merged_into = None
        claim.review = Review.PROPOSED if claim.published_at is None else Review.PUBLISHED
        save(claim, "review", "merged_into")
        family = _family(claim)
        Quote.objects.filter(claim=into, came_from__in=family - {claim.pk}).update(claim=claim)
        Quote.objects.filter(claim=into, came_from=claim).update(claim=claim, came_from=None)
        _move_pairs_back(claim, into, log)
        mark_revised(claim, log)
        log.add("published", claim, summary=reason)
        log.touch_around(claim, into)
    return claim


def survivor(claim: Claim) -> Claim:
    """The claim that stands for this one now: itself, or the end of its merges."""
    while claim.merged_into is not None:
        claim = claim.merged_into
    return claim


def _may_merge(claim: Claim, into: Claim, reason: str) -> None:
    if claim.pk == into.pk:
        raise ReviewError("A claim cannot be merged into itself.")
    if claim.event_id != into.event_id:
        raise ReviewError("These claims belong to different events.")
    if claim.merged_into is not None:
        raise ReviewError(f"This claim was merged into {claim.merged_into.public_id} before.")
    if into.review not in {Review.PROPOSED, Review.PUBLISHED}:
        raise ReviewError(f"The claim to merge into is {into.review}.")
    if claim.review == Review.PUBLISHED and into.review != Review.PUBLISHED:
        raise ReviewError("A published claim can only be merged into a published one.")
    if claim.status not in {Status.UNVERIFIED, into.status}:
        raise ReviewError(
            f"This claim is {claim.get_status_display().lower()} by a verdict, the other is "
            f"{into.get_status_display().lower()}. Decide on the status first."
        )
    _needs_words(reason)


def _needs_words(reason: str) -> None:
    if not reason.strip():
        raise ReviewError("Say why; readers of the history will ask.")


def _move_quotes(claim: Claim, into: Claim) -> None:
    """Move the quotes, but for words that the other claim quotes from the same place already."""
    places = set(into.quotes.values_list("version_id", "start", "end"))
    for quote in claim.quotes.select_for_update(of=("self",)):
        if (quote.version_id, quote.start, quote.end) not in places:
            quote.claim = into
            quote.came_from_id = quote.came_from_id or claim.pk
            quote.save(update_fields=["claim", "came_from"])


def _pairs_of(claim: Claim) -> list[Contradiction]:
    pairs = Contradiction.objects.of(claim).select_for_update(of=("self",)).order_by("pk")
    return list(pairs.exclude(state=ContradictionState.RESOLVED))


def _move_pair(pair: Contradiction, claim: Claim, into: Claim) -> Contradiction:
    """Point the pair at ``into``, or resolve it where ``into`` has this pair already."""
    other = pair.second_id if pair.first_id == claim.pk else pair.first_id
    if other == into.pk:
        return _resolve(pair, claim)
    first, second = sorted((other, into.pk))
    known = Contradiction.objects.select_for_update(of=("self",)).filter(first=first, second=second)
    twin = known.first()
    if twin is None:
        pair.first_id, pair.second_id = first, second
        pair.signals = pair.signals | {MOVED: [*pair.signals.get(MOVED, []), claim.public_id]}
        pair.save(update_fields=["first", "second", "signals", "updated_at"])
        return pair
    _join(twin, pair)
    _resolve(pair, claim)
    return twin


def _join(twin: Contradiction, pair: Contradiction) -> None:
    """Let the decision on either pair stand for both; contrary ones are to be taken again."""
    if pair.state not in DECIDED or twin.state == pair.state:
        return
    if twin.state in DECIDED:
        twin.state = ContradictionState.OPEN
        twin.decided_by = twin.decided_at = None
        twin.dismissal_reason = ""
        twin.decision_note = "Two merged claims had contrary decisions on this pair."
    else:
        for name in ("state", "decided_by", "decided_at", "dismissal_reason", "decision_note"):
            setattr(twin, name, getattr(pair, name))
    twin.save()


def _resolve(pair: Contradiction, claim: Claim) -> Contradiction:
    pair.signals = pair.signals | {BEFORE: {"claim": claim.public_id, "state": pair.state}}
    pair.state = ContradictionState.RESOLVED
    pair.save(update_fields=["state", "signals", "updated_at"])
    return pair


def _family(claim: Claim) -> set[int]:
    """The claim and all that were merged into it, however long ago."""
    family, new = {claim.pk}, {claim.pk}
    while new:
        found = Claim.objects.filter(merged_into__in=new).values_list("pk", flat=True)
        new = set(found) - family
        family |= new
    return family


def _move_pairs_back(claim: Claim, into: Claim, log: Log) -> None:
    pairs = []
    moved = Contradiction.objects.of(into).select_for_update(of=("self",)).order_by("pk")
    for pair in moved:
        trail = pair.signals.get(MOVED, [])
        if trail[-1:] == [claim.public_id]:
            other = pair.second_id if pair.first_id == into.pk else pair.first_id
            pair.first_id, pair.second_id = sorted((other, claim.pk))
            pair.signals = pair.signals | {MOVED: trail[:-1]}
            pair.save(update_fields=["first", "second", "signals", "updated_at"])
            pairs.append(pair)
    resolved = {f"signals__{BEFORE}__claim": claim.public_id}
    for pair in Contradiction.objects.of(claim).filter(**resolved).select_for_update(of=("self",)):
        pair.state = pair.signals[BEFORE]["state"]
        pair.signals = {key: value for key, value in pair.signals.items() if key != BEFORE}
        pair.save(update_fields=["state", "signals", "updated_at"])
        pairs.append(pair)
    log.touch(*pairs)
    place(pairs)
