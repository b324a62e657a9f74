"""Speakers named after what they say: "Ten died. That is according to the mayor."."""

from claims.choices import Stance
from claims.reading.claimants import Reader
from claims.reading.cue_entries import entry_of
from claims.reading.frames import Range
from claims.reading.grammar import is_auxiliary, is_in, is_verb, phrase_end
from claims.reading.lexicon import verb_forms, words
from claims.reading.text import Sentence, Token

POINTING = frozenset({"that", "this", "these", "those"})
PARTS = frozenset({":", ";", "\u2014", "\u2013"})
THESE = frozenset({"the", "these", "those", "both"})
BE = frozenset({"is", "was", "are", "were"})
LONGEST = 14  # tokens of a speaker with his post


def adopting(sentence: Sentence) -> tuple[int, Range] | None:
    """Where a sentence points back at what was told, and who is said to have told it.

    What was told stands before that place, or in the sentence before where it is the first.
    """
    tokens = sentence.tokens
    starts = [k for k in range(len(tokens)) if k == 0 or tokens[k - 1].text in PARTS]
    for at in starts:
        speaker = _speaker(tokens, at)
        if speaker is not None and not tokens[at].quoted:
            return at, speaker
    return None


def named_after(reader: Reader, number: int) -> Range | None:
    """Who the next sentence says told all of this one: "That is what the mayor says."."""
    after = number + 1
    if after >= len(reader.sentences):
        return None
    found = adopting(reader.sentences[after])
    if found is None or found[0] != 0:
        return None
    together = reader.sentences[after].block == reader.sentences[number].block
    # "The figures were given by ..." may well begin the next paragraph.
    return found[1] if together or _giver(reader.sentences[after].tokens, 0) else None


def _speaker(tokens: tuple[Token, ...], at: int) -> Range | None:
    lowers = [token.lower for token in tokens[at : at + 4]]
    if len(lowers) < len(("so", "says", "the")):
        return None
    if lowers[0] == "so" and lowers[1] in {"say", "says", "said"}:
        return _phrase(tokens, at + 2)
    if lowers[0] not in POINTING or lowers[1] not in BE:
        return _giver(tokens, at)
    if lowers[2:4] == ["according", "to"]:
        return _phrase(tokens, at + 4)
    if lowers[2] == "what":
        return _before_cue(tokens, at + 3)
    by = lowers[3:4] == ["by"] and _affirms(tokens[at + 2])
    return _phrase(tokens, at + 4) if by else None


def _giver(tokens: tuple[Token, ...], at: int) -> Range | None:
    """As in "The figures were given on Friday by the mayor", "Both figures are the mayor's"."""
    if tokens[at + 1].lower not in words("cues", "given") or tokens[at].lower not in THESE:
        return None
    lowers = [token.lower for token in tokens[at : at + LONGEST]]
    by = lowers.index("by") if "by" in lowers else 0
    if lowers[2] not in BE or not by or lowers[3] not in verb_forms("cues", "giving"):
        return None
    return _phrase(tokens, at + by + 1)


def _phrase(tokens: tuple[Token, ...], first: int) -> Range | None:
    end = phrase_end(tokens, first, len(tokens))
    return (first, end) if end > first else None


def _before_cue(tokens: tuple[Token, ...], first: int) -> Range | None:
    """The mayor, of "what the mayor has written"; nobody where it is denied, or told to him."""
    for at in range(first + 1, min(first + LONGEST, len(tokens))):
        if is_in(tokens[at], "negations") or is_in(tokens[at], "be"):
            return None
        if is_verb(tokens, at) and not is_auxiliary(tokens[at]):
            if not _affirms(tokens[at]):
                return None
            end = at
            while end > first + 1 and (
                is_in(tokens[end - 1], "auxiliaries") or not tokens[end - 1].is_word
            ):
                end -= 1
            return first, end
    return None


def _affirms(verb: Token) -> bool:
    """Whether a verb says that something is so."""
    entry = entry_of(verb.lower)
    stances = {Stance.ASSERTS, Stance.CONFIRMS}
    return entry is not None and "that" in entry.frames and entry.stance in stances
