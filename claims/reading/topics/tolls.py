"""Tolls told at a distance: "the toll of the flood has now reached 16", "31 are still sought"."""

from collections.abc import Sequence

from claims.reading.lexicon import match, phrases, verb_forms, words
from claims.reading.quantities import Quantity
from claims.reading.text import Token

TOLL = "toll"
OF_THEM = 6  # tokens of ", all of them servicemen"
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


def tolls_told(tokens: Sequence[Token]) -> dict[int, str]:
    """What befell people by several words ("lost their lives"), by the place of each of these.

    The first of the words has the measure and the others "", as has the "toll" of "a toll of 19
    dead", which "dead" tells already.
    """
    lowers = [token.lower for token in tokens]
    found: dict[int, str] = {}
    for section, measure in (("life lost", "killed"), ("not back", "missing")):
        options = phrases("quantities", section)
        for at in range(len(lowers)):
            size = match(lowers, at, options) if lowers[at] in options.heads else 0
            if size:
                found |= {at: measure} | dict.fromkeys(range(at + 1, at + size), "")
    deaths = words("quantities", "killed") - {TOLL}
    if TOLL in lowers and deaths & set(lowers):
        found[lowers.index(TOLL)] = ""
    return found


def is_moment(word: str) -> bool:
    """Whether a word of time says when, and is nothing that is counted: "last", not "hours"."""
    return word in words("grammar", "time words") and word not in words(
        "quantities", "measure units"
    )


def all_of_them(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """The words after a count that say who all of those are: ", all of them servicemen"."""
    near = tokens[at : at + OF_THEM]
    lowers = [token.lower for token in near]
    return near if lowers[:4] == [",", "all", "of", "them"] else ()
