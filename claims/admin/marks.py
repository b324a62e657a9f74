"""What a claim is in a few words: its public label, its answer, and who or what found it."""

from collections.abc import Sequence

from claims.choices import ContradictionState, Severity
from claims.comparing.rules.counts import shown
from claims.disputes import disputed_by
from claims.labels import public_label
from claims.models import Claim, Contradiction


def found_by(claim: Claim) -> str:
    """Who or what found the claim: software is named with its confidence, people by name."""
    if claim.found_by:
        sure = "" if claim.confidence is None else f", confidence {claim.confidence:.2f}"
        return f"Found by software: {claim.found_by}{sure}"
    return f"Logged by {claim.logged_by}" if claim.logged_by is not None else "Logged by a person"


def flagged_by(pair: Contradiction) -> str:
    """Who or what flagged a pair, with rule and score."""
    if not pair.detector:
        return "Flagged by a person"
    rule = str(pair.signals.get("rule") or pair.kind)
    return f"Flagged by software: {pair.detector}, rule {rule}, score {pair.score:.2f}"


def label(claim: Claim) -> str:
    """The label that readers see now or would see: two queries."""
    return labels([claim])[claim.pk]


def labels(claims: Sequence[Claim]) -> dict[int, str]:
    """The labels of several claims, by id: two queries."""
    names = disputed_by(claims)
    return {claim.pk: public_label(claim.status, names.get(claim.pk, [])) for claim in claims}


def answer(claim: Claim) -> str:
    """What the claim answers, in words; its actors come prefetched."""
    words = []
    if claim.count is not None:
        words.append(claim.count_text or f"{shown(claim.count)} {claim.unit}".strip())
        words += [claim.measure, claim.population]
    words += [actor.actor.name for actor in claim.answered.all()]
    words += [name for name in claim.answer_named if name not in words]
    words += [claim.get_rung_display() if claim.rung else "", claim.value]
    said = ", ".join(word for word in words if word)
    if claim.answer_denied:
        return f"not: {said}" if said else "denied"
    return said


def told_pairs(claim: Claim, *, shown_at_most: int = 10) -> list[Contradiction]:
    """Open and confirmed contradictions of the claim, open ones first."""
    states = [ContradictionState.OPEN, ContradictionState.CONFIRMED]
    pairs = Contradiction.objects.of(claim).filter(state__in=states).with_sides()
    return list(pairs.order_by("-state", "severity", "pk")[:shown_at_most])


def is_tension(pair: Contradiction) -> bool:
    """Whether both sides can be true."""
    return pair.severity == Severity.TENSION
