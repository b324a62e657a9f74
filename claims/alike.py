"""Claims of several claimants that give one question the same answer."""

from typing import Any

from claims.choices import Lifecycle, Review
from claims.models import Claim
from events.names import fold

LOOKED_AT = 200  # claims of the question
Given = tuple[Any, ...]


def same_answer(claim: Claim) -> list[Claim]:
    """Published claims that answer the claim's question as it does, oldest first: three queries.

    Compared are the stance, the typed answer and place and time it is true of; where nothing is
    typed, the words of the statement. At most ``LOOKED_AT`` claims are looked at, the latest.
    """
    if claim.question_id is None:
        return []
    rows = Claim.objects.filter(
        question=claim.question_id, review=Review.PUBLISHED, lifecycle=Lifecycle.CURRENT
    )
    rows = rows.exclude(pk=claim.pk).select_related("claimant", "event").defer("search")
    found = rows.prefetch_related("answered").order_by("-sort_at", "-pk")[:LOOKED_AT]
    wanted = given(claim)
    return [other for other in reversed(found) if given(other) == wanted]


def given(claim: Claim) -> Given:
    """What the claim answers, as a value that is equal for equal answers."""
    actors = tuple(sorted(row.actor_id for row in claim.answered.all()))
    names = tuple(sorted(fold(str(name)) for name in claim.answer_names))
    count = (
        claim.count_low, claim.count_high, claim.low_exclusive, claim.high_exclusive,
        claim.count_vague,
    )  # fmt: skip
    typed = (actors, names, claim.count_low, claim.count_high, claim.rung, claim.value)
    rest = tuple(sorted((name, str(value)) for name, value in claim.answer_rest.items()))
    words = "" if any(typed) or claim.count_low == 0 else fold(claim.statement)
    return (
        claim.stance, claim.answer_denied, actors, names, count, claim.measure, claim.population,
        claim.basis, claim.unit, claim.rung, claim.value, fold(claim.place), claim.holds, rest,
        words,
    )  # fmt: skip
