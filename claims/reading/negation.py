"""What a negation denies: what its clause tells, only how it was done, or nothing at all."""

from collections.abc import Sequence

from claims.reading.grammar import is_adverb, is_auxiliary, is_in, is_verb
from claims.reading.lexicon import contains, match, phrases, verb_forms, words
from claims.reading.text import Token

Tokens = tuple[Token, ...]
NOBODY = frozenset({"no", "none", "nobody", "nothing"})
WITH_REACH = 4  # tokens of "with three armed drones"


def negates(tokens: Tokens, at: int) -> bool:
    """Whether a word denies what its clause tells, not a mere part of it."""
    token = tokens[at]
    if not is_in(token, "negations") or token.lower == "without":
        return False
    if _excepts(tokens, at) or _ceases(tokens, at):
        return False
    before, after = tokens[at - 1 : at], tokens[at + 1 : at + 2]
    if token.lower == "not":
        only = bool(after) and after[0].lower in {"only", "just", "merely", "least"}
        parts = bool(before) and (before[0].text == "," or is_in(before[0], "conjunctions"))
        agent = bool(after) and is_in(after[0], "prepositions")
        return not (only or (agent and (parts or at > 1)) or (parts and not _goes_on(tokens, at)))
    led = bool(before) and is_in(before[0], "prepositions")
    return not (led and token.lower in NOBODY and at > 1)


def leaves_open(tokens: Sequence[Token]) -> bool:
    """Whether a negated clause leaves open if it was done at all.

    "Did not shell it deliberately", "did not mean to shell it" and "has not denied shelling it"
    tell how, why or what was said, not whether.
    """
    lowers = [token.lower for token in tokens]
    if tells_how(tokens) or _with_weapon(lowers):
        return True
    forms = verb_forms("topics", "wishing or denying")
    return any(word in forms for word in lowers)


def tells_how(tokens: Sequence[Token]) -> bool:
    """Whether a clause says how a deed was done, which is all that a denial of it may deny."""
    return contains([token.lower for token in tokens], phrases("topics", "manner of deeds"))


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether a verb of the clause comes after "not", as in "and not told"."""
    return at + 1 < len(tokens) and is_verb(tokens, at + 1)


def _excepts(tokens: Tokens, at: int) -> bool:
    """As in "nobody but the army", "no one other than Norland": they did."""
    if tokens[at].lower not in NOBODY:
        return False
    lowers = [token.lower for token in tokens[at + 1 : at + 5]]
    return match(lowers[lowers[:1] == ["one"] :], 0, phrases("topics", "exceptions")) > 0


def _ceases(tokens: Tokens, at: int) -> bool:
    """As in "did not stop shelling it", "never ceased to": it was done."""
    for token in tokens[at + 1 :]:
        if token.lower in verb_forms("topics", "ceasing"):
            return True
        if not (is_adverb(token) or is_auxiliary(token)):
            return False
    return False


def _with_weapon(lowers: Sequence[str]) -> bool:
    """As in "did not attack it with drones": by other means, perhaps."""
    weapons = words("topics", "munitions") | words("topics", "aimed weapons")
    return any(
        word == "with" and k and not weapons.isdisjoint(lowers[k + 1 : k + 1 + WITH_REACH])
        for k, word in enumerate(lowers)
    )
