"""Who is counted: attackers, soldiers, children, civilians, or somebody's own men."""

from itertools import pairwise, takewhile

from claims.reading.clauses import Proposition, Range
from claims.reading.grammar import is_auxiliary
from claims.reading.lexicon import verb_forms, words
from claims.reading.text import Token
from claims.reading.topics.common import Terms, actors_of
from claims.reading.topics.tolls import all_of_them

LOST = "lost"
POSSESSIVE = frozenset({"its", "our", "their"})
OWNED = 4  # tokens from "its" to its "men"
POPULATIONS = ("attackers", "troops", "children", "civilians")


def whose_own(p: Proposition, terms: Terms, at: int, span: Range) -> tuple[str, ...] | None:
    """Whose own men are counted: "two of its men", "it lost 12 fighters"; None elsewhere.

    ``at`` is the word that tells what befell them.
    """
    near = p.tokens[span[0] : span[1] + 3]
    if not {token.lower for token in near} & words("quantities", "losable"):
        return None
    if p.tokens[at].lower in words("quantities", LOST):
        speakers = () if p.frame in {"np", "to"} else actors_of(terms, terms.subject)
        return speakers or terms.claimant_keys
    return terms.claimant_keys if _are_owned(near) else None


def _are_owned(tokens: tuple[Token, ...]) -> bool:
    """Whether "its" belongs to the men, not to a place: "the men who raided its south"."""
    for at, token in enumerate(tokens):
        if token.lower in POSSESSIVE:
            owned = (t.lower for t in tokens[at + 1 : at + 1 + OWNED])
            if words("quantities", "losable") & set(takewhile(_is_no_preposition, owned)):
                return True
    return False


def _is_no_preposition(word: object) -> bool:
    return word not in words("grammar", "prepositions")


def population_of(tokens: tuple[Token, ...], first: int, last: int) -> str:
    """Who is counted: a word for them within the count's stretch or right after it."""
    near = (*tokens[first : last + 3], *all_of_them(tokens, last))
    if _came_to_attack(near):
        return "attackers"
    by = next((k for k, token in enumerate(near) if token.lower == "by"), len(near))
    for token in near[:by]:  # not those "by" whom it was done
        for population in POPULATIONS:
            if token.lower in words("quantities", population):
                return population
    return "unknown"


def _came_to_attack(tokens: tuple[Token, ...]) -> bool:
    """As in "70 of the men who raided the town": a relative clause says what they did."""
    attacks = verb_forms("quantities", "attacking")
    spoken = [t.lower for t in tokens if not is_auxiliary(t)]
    return any(one in {"who", "that"} and other in attacks for one, other in pairwise(spoken))
