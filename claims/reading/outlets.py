"""What the outlet itself says about verification: evidence for editors, never a claim."""

from claims.reading.clauses import split
from claims.reading.grammar import is_in
from claims.reading.text import Sentence
from claims.values import OutletStatement

CHECKS = frozenset(
    [
        "verify",
        "verified",
        "verifying",
        "confirm",
        "confirmed",
        "confirming",
        "check",
        "checked",
        "corroborate",
        "corroborated",
        "authenticate",
        "authenticated",
        "geolocated",
        "substantiate",
        "substantiated",
    ]
)
INDEPENDENT = frozenset({"independently", "independent"})
ABLE = frozenset({"could", "unable", "can", "cannot", "couldn't", "able"})
REACH = 7


def outlet_statements(sentence: Sentence, text: str) -> list[OutletStatement]:
    """Clauses like "has not been independently verified", "it has been verified that ..."."""
    found: list[OutletStatement] = []
    for first, last in split(sentence, (0, len(sentence.tokens)), nominal=False):
        verified = _verified(sentence, first, last)
        if verified is not None:
            start, end = sentence.span(first, last)
            found.append(OutletStatement((start, end), text[start:end], verified))
    return found


def _verified(sentence: Sentence, first: int, last: int) -> bool | None:
    """Whether a clause says that the outlet has verified something; None when it says neither."""
    tokens = sentence.tokens
    for at in range(first, last):
        if tokens[at].lower not in CHECKS or tokens[at].quoted:
            continue
        before = tokens[max(first, at - REACH) : at]
        lowers = {token.lower for token in before}
        near = lowers | {token.lower for token in tokens[at : at + REACH]}
        negated = any(is_in(token, "negations") for token in before) or "unable" in lowers
        if negated and (near & INDEPENDENT or lowers & ABLE):
            return False
        passive = bool(lowers & {"been", "was", "were", "is", "are"})
        impersonal = tokens[first].lower == "it" or bool(near & INDEPENDENT)
        if not negated and passive and impersonal and not _by_somebody(sentence, at, last):
            return True
    return None


def _by_somebody(sentence: Sentence, at: int, last: int) -> bool:
    return any(token.lower == "by" for token in sentence.tokens[at + 1 : min(at + 3, last)])
