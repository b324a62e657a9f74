"""Tolls told at a distance: "the toll of the flood has now reached 16", "31 are still sought"."""

from collections.abc import Sequence

from claims.reading.lexicon import match, phrases, verb_forms, words
from claims.reading.quantities import Quantity
from claims.reading.text import Token

NEAR = 4  # tokens from "risen" over "to at least" to the number


def reached_by(tokens: Sequence[Token], quantities: Sequence[Quantity]) -> Quantity | None:
    """The number that a toll has "reached", "climbed to" or "stands at"; None for none."""
    forms = verb_forms("quantities", "reaching")
    for quantity in quantities:
        before = [token.lower for token in tokens[max(0, quantity.first - NEAR) : quantity.first]]
        verb = next((k for k, word in enumerate(before) if word in forms), -1)
        between = set(before[verb + 1 :])
        if verb >= 0 and between <= words("quantities", "reached over"):
            return quantity
    return None


def is_sought(tokens: Sequence[Token], at: int) -> bool:
    """Whether people are "still being looked for" there."""
    options = phrases("quantities", "sought")
    if tokens[at].lower not in options.heads:
        return False
    lowers = [token.lower for token in tokens[at : at + 3]]
    if not match(lowers, 0, options):
        return False
    before = {token.lower for token in tokens[max(0, at - NEAR) : at]}
    return bool(before & words("grammar", "be"))
