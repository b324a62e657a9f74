"""Two who blame each other: one summary of the outlet's, a claim of neither."""

from claims.reading.claimants import Reader, resolve
from claims.reading.clauses import Proposition, Range
from claims.reading.grammar import phrase_start, skip_left
from claims.reading.lexicon import match, phrases
from claims.reading.text import Sentence


def mutual_blame(sentence: Sentence) -> Proposition | None:
    """The clause in which some "traded blame" or "accused each other"; None in most sentences.

    It has no speaker: who accuses whom of what is not told, so it answers no question.
    """
    options = phrases("topics", "mutual blame")
    lowers = sentence.lowers()
    if options.heads.isdisjoint(lowers):
        return None
    for at, word in enumerate(lowers):
        if word in options.heads and match(lowers, at, options):
            first = phrase_start(sentence.tokens, skip_left(sentence.tokens, at))
            ends = (k for k in range(at, len(lowers)) if lowers[k] in {",", ";", "."})
            last = next(ends, len(lowers))
            return Proposition(sentence, first, last, (first, last), base="blame")
    return None


def tells_sides(reader: Reader, number: int, p: Proposition) -> bool:
    """Whether the two are told apart ("Norland and Suland"); "neighbours" are not."""
    sides = _sides(p)
    lowers = p.sentence.lowers(*sides)
    return sides[0] < sides[1] and ("and" in lowers or len(resolve(reader, number, *sides)) > 1)


def _sides(p: Proposition) -> Range:
    options = phrases("topics", "mutual blame")
    lowers = p.sentence.lowers(0, p.last)
    at = next(k for k in range(p.first, p.last) if match(lowers, k, options))
    return p.first, skip_left(p.sentence.tokens, at)
