"""What follows a cue: whether it is a clause, a phrase or a quotation, and where it begins."""

from claims.reading.constructions import counts
from claims.reading.cue_entries import Cue
from claims.reading.grammar import (
    OPENERS,
    is_acronym,
    is_auxiliary,
    is_in,
    is_verb,
    verbs_in,
)
from claims.reading.lexicon import contains, phrases, words
from claims.reading.text import ENDERS, Sentence, Token

NAMED = 6  # tokens in which "the mayor's latest claim" is named
CLAUSE_FRAMES = frozenset({"that", "to", "quote"})


def phrase_part(sentence: Sentence, first: int, end: int) -> int:
    """Where "disputed this and promised that ..." leaves its phrase for another act."""
    tokens = sentence.tokens
    if tokens[first].lower.endswith("ing"):  # "denies having planned and led it"
        return end
    for at in range(first + 1, end - 1):
        if tokens[at].quoted or is_in(tokens[at], "relatives"):
            return end
        # "Rejected that account: it had ..."; "named two groups: A and B" is one phrase.
        if tokens[at].text == ":" and verbs_in(tokens, at + 1, end):
            return at
        if tokens[at].lower == "and" and is_verb(tokens, at + 1):
            return at
    return end


def frame_of(sentence: Sentence, cue: Cue, first: int, end: int) -> tuple[str, int]:
    """How what begins at ``first`` hangs on the cue, and where it begins; "" when it does not."""
    frames = cue.entry.frames
    head = sentence.tokens[first]
    that = head.lower == "that" and not _is_demonstrative(sentence, first)
    quoted = head.text in OPENERS | {":"} and bool(frames & {"quote", "that"})
    options = (
        ("noun" in frames, "that" if that else "np", first + 1),
        (
            head.lower in {"of", "about"} and "of" in frames and _goes_on(sentence, first),
            "np",
            first,
        ),
        (that and bool(frames & CLAUSE_FRAMES), "that", first + 1),
        (head.lower == "to" and "to" in frames, "to", first),
        (quoted, "that", first),
        ("whole" in frames, "np", cue.at + 1),
        ("figure" in frames, "np", cue.first),
        ("reject" in frames and _calls_untrue(sentence, first, end), "np", first),
        ("explicit" in frames, "", first),
        ("counted" in frames and not counts(sentence.tokens, first), "", first),
        (bool(frames & {"that", "to"}) and _is_clause(sentence, cue, first, end), "that", first),
        (bool(frames & {"np", "adjective"}), "np", first),
    )
    return next(((frame, start) for fits, frame, start in options if fits), ("", first))


def _calls_untrue(sentence: Sentence, first: int, end: int) -> bool:
    """As in "branded the claims false": a claim by its name, and a word for what is untrue."""
    lowers = sentence.lowers(first, end)
    named = not words("cues", "anaphors").isdisjoint(lowers[:NAMED])
    return named and contains(lowers, phrases("cues", "rejections"))


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether a word follows: "the losses that it speaks of, ..." ends there."""
    following = sentence.tokens[at + 1 : at + 2]
    return bool(following) and (following[0].is_word or following[0].text in OPENERS)


def _is_demonstrative(sentence: Sentence, at: int) -> bool:
    """Whether "that" points ("denied that claim") rather than opens a clause."""
    following = sentence.tokens[at + 1 : at + 2]
    ends = not following or following[0].text in ENDERS | {",", ";"}
    told = bool(following) and is_auxiliary(following[0])  # "said that was not true"
    return ends or told or following[0].lower in words("cues", "anaphors")


def _is_clause(sentence: Sentence, cue: Cue, first: int, end: int) -> bool:
    """Whether a finite verb with a subject of its own stands in the content."""
    tokens = sentence.tokens
    if is_verb(tokens, first) and tokens[first].lower not in words("cues", "anaphors"):
        return False
    shown = {token.lower for token in tokens[first : first + 3]} & words("people", "media nouns")
    if shown and cue.entry.base in {"post", "tweet"}:  # "posted a video of what it says is ..."
        return False
    at = first + 1
    while at < end:
        told = tokens[at].lower == "that" and tokens[at - 1].lower in words("cues", "anaphors")
        if told or (tokens[at].lower in {"who", "which"} and not is_acronym(tokens[at])):
            at = _past_relative(sentence, at, end)  # "says those who did it are Russians"
        elif is_in(tokens[at], "relatives"):
            return False
        if at < end and is_verb(tokens, at):
            return not is_in(tokens[at - 1], "conjunctions")  # "denied any role and left"
        at += 1
    return False


def _past_relative(sentence: Sentence, relative: int, end: int) -> int:
    """Past the first verb of a relative clause and the auxiliaries that belong to it."""
    tokens = sentence.tokens
    at = next((k for k in range(relative + 1, end) if is_verb(tokens, k)), end)
    while at + 1 < end and is_auxiliary(tokens[at]) and is_verb(tokens, at + 1):
        at += 1
    return at + 1


def after_hearer(sentence: Sentence, first: int, end: int) -> int:
    """Past the hearer of "told reporters that": to "that", a quotation or the clause."""
    tokens = sentence.tokens
    for k in range(first, min(first + 12, end)):
        if tokens[k].lower in {"that", "of", "about"} or tokens[k].text in OPENERS | {":"}:
            return k
        if is_verb(tokens, k):
            return _second_phrase(tokens, first, k)
    return end


def _second_phrase(tokens: tuple[Token, ...], first: int, verb: int) -> int:
    """Where a clause begins right after its hearer: "told the agency the raid was over"."""
    for k in range(first + 1, verb):
        begins = is_in(tokens[k], "determiners") or is_in(tokens[k], "pronouns")
        if begins and not is_in(tokens[k - 1], "prepositions"):
            return k
    return min(first + 1, verb)
