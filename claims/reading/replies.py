"""Clauses that answer what they hang on: ", which Norland denies", ", a claim it calls a lie"."""

from claims.choices import Stance
from claims.reading.cue_entries import Cue, Range
from claims.reading.grammar import is_adverb, is_in
from claims.reading.lexicon import contains, phrases, words
from claims.reading.subjects import Subject
from claims.reading.text import Sentence, Token

Tokens = tuple[Token, ...]
NAME = 6  # tokens of "a claim that" before who answers it
JUDGING = frozenset({"call", "brand", "label", "describe", "describe as", "denounce"})


def answer_beside(
    sentence: Sentence, cue: Cue, subject: Subject, end: int
) -> tuple[Range, Range] | None:
    """Who answers and the whole clause, "which" included; None for a cue with an object."""
    entry = cue.entry
    refuses = cue.negated and entry.base in words("cues", "confirming")
    if not (entry.stance in {Stance.DENIES, Stance.DOUBTS} or entry.base in JUDGING or refuses):
        return None
    stop = _stop(sentence, cue, end)
    head = _head(sentence.tokens, subject)
    if stop is None or head is None:
        return None
    first, speaker = head
    return speaker, (first, stop)


def _stop(sentence: Sentence, cue: Cue, end: int) -> int | None:
    """Where the clause ends: nothing but "strongly" or "as absurd" follows its verb."""
    tokens = sentence.tokens
    stop = next((k for k in range(cue.last, end) if tokens[k].text == ","), end)
    rest = [token for token in tokens[cue.last : stop] if token.is_word]
    untrue = contains([token.lower for token in rest], phrases("cues", "rejections"))
    bare = cue.entry.base not in JUDGING and all(is_adverb(token) for token in rest)
    return stop if untrue or bare else None


def _head(tokens: Tokens, subject: Subject) -> tuple[int, Range] | None:
    """Where the clause begins, with "which" or "a claim that", and who answers in it."""
    first, last = subject.first, subject.last
    if first == 0:
        return None
    if tokens[first - 1].lower in {"which", "that"}:
        start = _name_start(tokens, first - 1)
        return None if start is None else (start, (first, last))
    if tokens[first - 1].text != "," or not is_in(tokens[first], "determiners"):
        return None
    for at in range(first + 1, min(first + NAME, last - 1)):
        if tokens[at].lower in words("cues", "anaphors"):
            return first, (at + 1, last)
    return None


def _name_start(tokens: Tokens, relative: int) -> int | None:
    """Where "which" or "an account that" begins, after its comma."""
    if relative and tokens[relative].lower == "which" and tokens[relative - 1].text == ",":
        return relative
    if relative == 0 or tokens[relative - 1].lower not in words("cues", "anaphors"):
        return None
    near = range(relative - 1, max(relative - NAME, 0), -1)
    return next((k for k in near if tokens[k - 1].text == ","), None)
