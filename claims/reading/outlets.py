"""What the outlet itself says about verification: evidence for editors, never a claim."""

from claims.reading.frames import Range
from claims.reading.grammar import is_auxiliary, is_in
from claims.reading.splitting import split
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


def is_outlet(sentence: Sentence, speaker: Range, outlet: str) -> bool:
    """Whether a speaker is the outlet: its unquoted "we", or its name or a part of that."""
    head = sentence.tokens[speaker[0]]
    if head.quoted:
        return False
    if sentence.lowers(*speaker) in (["we"], ["i"]):
        return True
    names = [t.text for t in sentence.tokens[speaker[0] : speaker[1]] if t.lower != "the"]
    return bool(names) and all(name[0].isupper() and name in outlet.split() for name in names)


def outlet_statements(sentence: Sentence, text: str, outlet: str = "") -> list[OutletStatement]:
    """Clauses like "has not been independently verified", "it has been verified that ..."."""
    found: list[OutletStatement] = []
    for first, last in split(sentence, (0, len(sentence.tokens)), nominal=False):
        verified = _verified(sentence, first, last, outlet)
        if verified is not None:
            start, end = sentence.span(first, last)
            found.append(OutletStatement((start, end), text[start:end], verified))
    return found


def _verified(sentence: Sentence, first: int, last: int, outlet: str) -> bool | None:
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
        if not negated and _by_outlet(sentence, first, at, outlet):
            return True
        if not negated and passive and impersonal and not _by_somebody(sentence, at, last):
            return True
    return None


def _by_outlet(sentence: Sentence, first: int, at: int, outlet: str) -> bool:
    """As in "the Courier has verified that", "we were able to confirm"."""
    end = at
    while end > first and (is_auxiliary(sentence.tokens[end - 1]) or _is_able(sentence, end - 1)):
        end -= 1
    start = end - 1
    while start > first and sentence.tokens[start - 1].is_capitalised:
        start -= 1
    return start >= first and end > start and is_outlet(sentence, (start, end), outlet)


def _is_able(sentence: Sentence, at: int) -> bool:
    """Whether a word only leads up to the verb: "able to", "independently"."""
    return sentence.tokens[at].lower in {"able", "to", "also", "independently", "since", "now"}


def _by_somebody(sentence: Sentence, at: int, last: int) -> bool:
    return any(token.lower == "by" for token in sentence.tokens[at + 1 : min(at + 3, last)])
