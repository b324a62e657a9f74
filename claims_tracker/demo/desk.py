"""What the demo's people decide: the same functions as behind an editor's buttons.

They decide by plain marks (who speaks, on what topic, how sure the reader was), so the story holds
when reading gets better. They leave work on the desk: some proposed claims and open pairs.
"""

from collections import Counter
from typing import Any

from django.db.models import Q, QuerySet

from claims import review, verification
from claims.choices import (
    Bearing,
    ContradictionState,
    DismissalReason,
    EvidenceKind,
    Kind,
    Review,
    Severity,
    Stance,
    Status,
    Topic,
)
from claims.contradictions import confirm, dismiss
from claims.models import Claim, Contradiction, Evidence, Quote, VerdictProposal
from claims.permissions import DecisionError
from claims_tracker.accounts.models import User
from events.choices import ActorKind

SURE = 0.9
LEFT = (Topic.OTHER, Topic.WEAPONS, Topic.DAMAGE)  # stay on the desk
CONFIRMED_AT_MOST = 32  # in one event
# Words that say something else without their context: the editor leaves them for a closer look,
# and rejects what the speaker did not claim.
AMBIGUOUS = (
    "it was behind",
    "Russian officials dismissed this",
    "has denied any role",
    "had nothing to do with them",
    "Three of them",
    "a man from Kozinka",
    "Residents of the border villages",
    "ten wounded",
)
MISREAD = {
    "he had seen the reports": "He speaks of reports that he doubts, and claims no use himself.",
}


def publish_claims(editor: User) -> int:
    """Publish what was read with certainty from named claimants, and who declared what."""
    rows = (
        Claim.objects.proposed()
        .filter(Q(claimant__isnull=False, confidence__gte=SURE) | Q(topic=Topic.MEASURE))
        .exclude(topic__in=LEFT)
        .exclude(question=None)
        .order_by("event", "sort_at", "statement")
    )
    chosen = [row for row in rows if not row.statement.startswith((*AMBIGUOUS, *MISREAD))]
    for claim in chosen:
        review.publish(claim, by=editor, reason="Words and claimant checked against the article.")
    return len(chosen)


def show_new_words(editor: User) -> int:
    """Let readers see what later articles say of the published claims."""
    rows = Claim.objects.public().filter(pk__in=Quote.objects.waiting().values("claim"))
    for claim in rows.order_by("event", "pk"):
        review.show_words(claim, by=editor, reason="Read in the further articles.")
    return len(rows)


def reject_claims(editor: User) -> int:
    """Reject a few that nobody in particular said and that answer no question."""
    rows = Claim.objects.proposed().filter(claimant=None, topic=Topic.OTHER).order_by("pk")[:3]
    for claim in rows:
        review.reject(claim, by=editor, reason="Scene-setting, no claim about the event.")
    misread = [
        (claim, why)
        for words, why in MISREAD.items()
        for claim in Claim.objects.proposed().filter(statement__startswith=words)
    ]
    for claim, why in misread:
        review.reject(claim, by=editor, reason=why)
    return len(rows) + len(misread)


def judge_pairs(editor: User) -> tuple[int, int]:
    """Confirm most flagged pairs of published claims, dismiss a few, leave the rest open."""
    both = {"first__review": Review.PUBLISHED, "second__review": Review.PUBLISHED}
    pairs = Contradiction.objects.open().filter(**both).order_by("-score", "reason")
    own_men = list(pairs.filter(_counts_own_men(), kind=Kind.COUNT))
    for pair in own_men:
        dismiss(
            pair,
            by=editor,
            reason=DismissalReason.DIFFERENT_POPULATION,
            note="The group counts its own men, the other side all attackers.",
        )
    hard = pairs.filter(severity=Severity.CONTRADICTION)
    confirmed = _one_for_two_claimants(hard)
    for pair in confirmed:
        confirm(pair, by=editor, note="Both sides read in their context.")
    return len(confirmed), len(own_men)


def _one_for_two_claimants(pairs: QuerySet[Contradiction]) -> list[Contradiction]:
    """The first pair of each two claimants: what they said of it otherwise says the same."""
    first: dict[tuple[int, frozenset[int | None]], Contradiction] = {}
    for pair in pairs.select_related("first", "second"):
        sides = frozenset({pair.first.claimant_id, pair.second.claimant_id})
        first.setdefault((pair.event_id, sides), pair)
    of_event = Counter[int]()
    chosen = []
    for pair in first.values():
        of_event[pair.event_id] += 1
        if of_event[pair.event_id] <= CONFIRMED_AT_MOST:
            chosen.append(pair)
    return chosen


def _counts_own_men() -> Q:
    group = ActorKind.ARMED_GROUP
    return Q(first__claimant__kind=group) | Q(second__claimant__kind=group)


def give_verdicts(editor: User, reviewer: User) -> int:
    """One claim inconclusive, one refuted or verified by two people, and one left for review."""
    claims: Any = Claim.objects.public().with_contested()
    disputed = claims.filter(contested=True).defer("search").order_by("sort_at", "pk")
    given = 0
    accused = disputed.filter(topic=Topic.RESPONSIBILITY).first()
    if accused is not None:
        given += _inconclusive(accused, editor)
    regime = Claim.objects.public().filter(topic=Topic.MEASURE).order_by("sort_at", "pk").first()
    if regime is not None:
        given += _verified(regime, editor, reviewer)
    undecided = disputed.filter(proposals=None, stance=Stance.ASSERTS)
    waiting = undecided.filter(topic=Topic.CONTROL).first() or undecided.last()
    if waiting is not None:
        _propose(
            waiting,
            Status.REFUTED,
            editor,
            "Later footage from the place shows the other side's troops there, in daylight.",
            evidence="A sequence of three published videos, placed by street and shadow.",
            bearing=Bearing.AGAINST,
        )
    return given


def _inconclusive(claim: Claim, editor: User) -> int:
    proposal = _propose(
        claim,
        Status.INCONCLUSIVE,
        editor,
        "No document, prisoner or order shown so far ties the men to one chain of command, and "
        "none rules it out. We looked at what was published and it is not enough either way.",
        evidence="Published pictures of the vehicles and of the men, none with unit marks.",
        bearing=Bearing.CONTEXT,
    )
    return _settle(proposal, editor)


def _verified(claim: Claim, editor: User, reviewer: User) -> int:
    proposal = _propose(
        claim,
        Status.VERIFIED,
        editor,
        "The regional decree is published in full and names the day; two people read it.",
        evidence="The decree on the regional government's site, archived with its hash.",
        bearing=Bearing.FOR,
    )
    return _settle(proposal, reviewer)


def _propose(
    claim: Claim, status: Status, editor: User, why: str, *, evidence: str, bearing: Bearing
) -> VerdictProposal:
    shown = Evidence.objects.create(
        claim=claim,
        kind=EvidenceKind.NOTE,
        bearing=bearing,
        description=evidence,
        credibility=3,
        is_public=True,
        added_by=editor,
    )
    return verification.propose(claim, status=status, rationale=why, evidence=[shown], by=editor)


def _settle(proposal: VerdictProposal, reviewer: User) -> int:
    try:
        verification.approve(proposal, reviewer=reviewer)
    except DecisionError:
        return 0
    return 1


def open_work() -> dict[str, int]:
    """What is left on the desk."""
    return {
        "claims to read": Claim.objects.proposed().count(),
        "pairs to judge": Contradiction.objects.filter(state=ContradictionState.OPEN).count(),
    }
