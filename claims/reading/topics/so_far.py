"""Counts that are no whole toll: bodies found so far, some "of them", "a fourth person"."""

from collections.abc import Sequence
from dataclasses import replace

from claims.reading.grammar import is_in
from claims.reading.lexicon import words
from claims.reading.quantities import Quantity
from claims.reading.text import Token
from claims.values import Count

BODIES = frozenset({"bodies", "corpses", "remains"})
ORDINALS = (
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
)  # fmt: skip
FIRST_ORDINAL = 2
NEAR = 3  # tokens from an ordinal to whom it counts: "a fourth injured person"


def whole(tokens: Sequence[Token], at: int, quantity: Quantity) -> Count:
    """What a number says of the whole toll, by the word at ``at`` that tells what befell people.

    Bodies that were found are a least number: there may be more dead. "A fourth person has died"
    says that four have.
    """
    if tokens[at].lower in BODIES:
        return replace(quantity.count, high=None, high_exclusive=False)
    first = max(0, quantity.first - 1)
    for token in tokens[first : quantity.first + NEAR]:
        if token.lower in ORDINALS and quantity.count.low == 1:
            number = ORDINALS.index(token.lower) + FIRST_ORDINAL
            return replace(quantity.count, low=number, high=number)
    return quantity.count


def is_part(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether a number is of some "of them", which says nothing of all."""
    last = quantity.last
    if last + 2 < len(tokens) and is_in(tokens[last + 2], "be"):
        return False  # "five of them were children"
    after = [token.lower for token in tokens[last : last + 2]]
    return after in (["of", "them"], ["of", "whom"], ["of", "these"])


def is_no_toll(tokens: Sequence[Token], at: int) -> bool:
    """As in "taken from two bodies", "only one person lives": words that tell of no death."""
    lower = tokens[at].lower
    if lower == "lives":
        return at > 0 and tokens[at - 1].lower in words("quantities", "persons")
    if lower not in BODIES:
        return False
    before = next((k for k in range(at - 1, max(at - NEAR, -1), -1) if _leads(tokens[k])), -1)
    return before >= 0 and tokens[before].lower in {"from", "off", "inside", "on"}


def _leads(token: Token) -> bool:
    return is_in(token, "prepositions")
