"""Two who blame each other: each says that the other did it."""

from claims.choices import Rung
from claims.reading.claimants import Reader, resolve
from claims.reading.clauses import Proposition
from claims.reading.grammar import phrase_start, skip_left
from claims.reading.lexicon import match, phrases
from claims.reading.text import Sentence
from claims.reading.topics.acts import act_noun, who_did_it
from claims.reading.topics.common import Answered, Terms
from claims.values import Answer, ClaimantName

Sides = tuple[ClaimantName, ClaimantName]


def mutual_blame(sentence: Sentence) -> Proposition | None:
    """The clause in which some "traded blame" or "accused each other"; None in most sentences."""
    options = phrases("topics", "mutual blame")
    lowers = sentence.lowers()
    if options.heads.isdisjoint(lowers):
        return None
    for at, word in enumerate(lowers):
        if word in options.heads and match(lowers, at, options):
            first = phrase_start(sentence.tokens, skip_left(sentence.tokens, at))
            ends = (k for k in range(at, len(lowers)) if lowers[k] in {",", ";", "."})
            last = next(ends, len(lowers))
            speaker = (first, skip_left(sentence.tokens, at))
            return Proposition(sentence, at, last, (first, last), base="blame", speaker=speaker)
    return None


def sides(reader: Reader, number: int, p: Proposition) -> Sides | None:
    """The two who blame each other, where the sentence names exactly two."""
    if p.speaker is None or p.speaker[0] >= p.speaker[1]:
        return None
    who = resolve(reader, number, *p.speaker)
    return (who[0], who[1]) if len(who) == 2 else None  # noqa: PLR2004  # "each other"


def blamed_by(p: Proposition, terms: Terms, other: ClaimantName) -> Answered:
    """What one of the two says of the other."""
    answer = Answer((other.key,), Rung.CARRIED_OUT, object=act_noun(p))
    return Answered(answer, who_did_it(p, terms))
