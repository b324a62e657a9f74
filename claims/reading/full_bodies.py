"""Bodies that an article describes in full before it shortens them: "the Sulish-led coalition"."""

from claims.reading.grammar import is_in, is_verb
from claims.reading.lexicon import words
from claims.reading.text import Sentence, Token

LONGEST = 5  # words before the noun, "the national search and rescue agency"


def full_bodies(sentences: tuple[Sentence, ...]) -> dict[str, list[tuple[int, str]]]:
    """By its noun, where and how an article describes a definite body: what stands before it.

    Only "the ... coalition" and "Mir's ... board" count: one of several is no definite one.
    """
    found: dict[str, list[tuple[int, str]]] = {}
    heads = words("people", "bodies")
    for number, sentence in enumerate(sentences):
        tokens = sentence.tokens
        for at, token in enumerate(tokens):
            if token.lower not in heads or not token.text.islower() or not _ends(tokens, at + 1):
                continue
            first = _start(tokens, at)
            if first < at:
                words_of = " ".join(t.text for t in tokens[first : at + 1])
                found.setdefault(token.lower, []).append((number, _joined(words_of)))
    return found


def _ends(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a noun ends before a token: not in "coalition planes"."""
    if at >= len(tokens) or not tokens[at].is_word or is_verb(tokens, at):
        return True
    sections = ("prepositions", "relatives", "conjunctions", "adverbs", "time words")
    return any(is_in(tokens[at], section) for section in sections)


def _start(tokens: tuple[Token, ...], at: int) -> int:
    """Where what is said of a noun begins, at the noun itself when it is not definite."""
    first = at
    while first and at - first <= LONGEST:
        before = tokens[first - 1]
        if before.lower == "the":
            told = any(t.lower not in words("people", "bland") for t in tokens[first:at])
            return first if told else at
        if before.lower == "'s":
            owner = first - 2
            while owner > 0 and tokens[owner - 1].is_capitalised:
                owner -= 1
            return owner if tokens[owner].is_capitalised else at
        if not before.is_word or _is_closed(before):
            return first if _is_owned_by_name(tokens, first, at) else at
        first -= 1
    return first if first < at and _is_owned_by_name(tokens, first, at) else at


def _is_owned_by_name(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    """As in "Berg campaign": a name right before the noun, no article needed."""
    return first + 1 == at and tokens[first].is_capitalised and first > 0


def _is_closed(token: Token) -> bool:
    sections = ("prepositions", "relatives", "pronouns", "determiners", "subordinators")
    return any(is_in(token, section) for section in sections)


def _joined(text: str) -> str:
    return text.replace(" 's", "'s").replace(" \u2019s", "\u2019s")
