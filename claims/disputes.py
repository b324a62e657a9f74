"""Who disputes a claim: computed from confirmed contradictions, never stored."""

from collections import defaultdict
from collections.abc import Iterable

from claims.models import Claim, Contradiction


def disputed_by(claims: Iterable[Claim]) -> dict[int, list[str]]:
    """For each claim's id the names of those whose public claims contradict it: one query.

    Names stand in the order in which they first spoke; tensions do not count.
    """
    ids = {claim.pk for claim in claims}
    pairs = (
        Contradiction.objects.public()
        .hard()
        .filter(first__in=ids)
        .union(Contradiction.objects.public().hard().filter(second__in=ids))
        .values_list("first_id", "second_id")
    )
    others: dict[int, set[int]] = defaultdict(set)
    for first, second in pairs:
        if first in ids:
            others[first].add(second)
        if second in ids:
            others[second].add(first)
    return _named(others)


def _named(others: dict[int, set[int]]) -> dict[int, list[str]]:
    wanted = set().union(*others.values()) if others else set()
    rows = Claim.objects.filter(pk__in=wanted).select_related("claimant").order_by("sort_at", "pk")
    names = {row.pk: row.claimant_name for row in rows}
    return {
        pk: list(dict.fromkeys(name for key, name in names.items() if key in sides))
        for pk, sides in others.items()
    }


def attach_disputes(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, each with ``disputed_by_names`` for its row: two queries for all."""
    rows = list(claims)
    found = disputed_by(rows)
    for claim in rows:
        claim.disputed_by_names = found.get(claim.pk, [])
    return rows
