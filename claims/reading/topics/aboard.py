"""How many were on board: by a manifest, by who left with how many, by "we were five hundred"."""

from dataclasses import replace
from itertools import pairwise

from claims.reading.clauses import Proposition
from claims.reading.lexicon import words
from claims.reading.quantities import Quantity, find_quantities
from claims.reading.topics.common import Terms, has
from claims.reading.topics.targets import thing_named
from claims.values import Count

NEAR = 3  # tokens from a number to those it counts
LEAD = 6  # sentences that tell what an article is about


def aboard(p: Proposition, terms: Terms) -> Count | None:
    """The number of those on board that a proposition states; passengers and crew are added."""
    quantities = [q for q in find_quantities(p.tokens) if q.count.unit == "person"]
    if not quantities:
        return None
    lowers = p.lowers
    carried = [q for q in quantities if _counts(p, q, "those carried")]
    left = has(p, "departing") and any(lowers[q.first - 1 : q.first] == ["with"] for q in carried)
    if left or _was_carried(p) or has(p, "carried by"):
        found = carried or [q for q in quantities if _counts(p, q, "those counted")]
        return _sum(p, found) if found else None
    if lowers[:2] == ["we", "were"] and quantities[0].first == len(lowers[:2]):
        more = "more" in lowers[quantities[0].last : quantities[0].last + NEAR]
        count = replace(quantities[0].count, high=None) if more else quantities[0].count
        return count if _about_mover(terms) else None
    return None


def _counts(p: Proposition, quantity: Quantity, section: str) -> bool:
    after = p.tokens[quantity.last : quantity.last + NEAR]
    return any(token.lower in words("topics", section) for token in after)


def _was_carried(p: Proposition) -> bool:
    """Whether people were "on board", "on the boat"."""
    if has(p, "on board"):
        return True
    lowers = p.lowers
    movers = words("topics", "movers")
    on = (k for k in range(len(lowers) - 2) if lowers[k] == "on" and lowers[k + 1] == "the")
    return any(thing_named(lowers[k + 2]) in movers for k in on)


def _about_mover(terms: Terms) -> bool:
    movers = words("topics", "movers")
    opening = terms.reader.sentences[:LEAD]
    spoken = {token.lower for sentence in opening for token in sentence.tokens}
    return terms.act.target in movers or any(thing_named(word) in movers for word in spoken)


def _sum(p: Proposition, quantities: list[Quantity]) -> Count:
    """Of "214 passengers and 11 crew" all of them; of other numbers the first."""
    first = quantities[0].count
    total = first
    for left, right in pairwise(quantities):
        between = p.sentence.lowers(p.first + left.last, p.first + right.first)
        if "and" not in between or len(between) > NEAR:
            break
        high = None if total.high is None or right.count.high is None else total.high
        total = replace(
            total,
            low=total.low + right.count.low,
            high=None if high is None else high + (right.count.high or 0),
        )
    return total
