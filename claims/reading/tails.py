"""What is said on after the aside that names the speaker: "The museum, she said, would open"."""

from claims.reading.adjuncts import next_complement
from claims.reading.constructions import counts
from claims.reading.cue_entries import Cue, Range
from claims.reading.grammar import OPENERS, is_adverb, is_auxiliary, is_in, is_verb
from claims.reading.subjects import Subject
from claims.reading.text import Sentence
from claims.reading.trimming import trim

HEARER = 8  # tokens from "told" to the colon after its hearer


def tail_of(sentence: Sentence, cue: Cue, subject: Subject, end: int, said: int) -> Range | None:
    """What is said on after the aside: "The museum, she said, would open".

    ``said`` is where what stands before the aside ends.
    """
    tokens = sentence.tokens
    first = next_complement(tokens, max(cue.last, subject.last))
    if cue.entry.base == "tell":  # "..., she told the radio: “...”"
        near = range(first, min(first + HEARER, end))
        first = next((k for k in near if tokens[k].text == ":"), first)
    if first + 1 >= end or tokens[first - 1].quoted:
        return None
    if tokens[first].text == ":":  # "The dam held, he wrote: nobody was hurt."
        return trim(sentence, (first + 1, end))
    if tokens[first].text != ",":
        return None
    after = tokens[first + 1]
    known = after.lower == "that" and is_verb(tokens, max(said - 1, 0))  # "X knew, he said, that"
    goes_on = (
        known
        or after.text in OPENERS
        or _joins_clause(sentence, first + 1, end)
        or not (
            is_in(after, "conjunctions") or is_in(after, "relatives") or is_in(after, "contrast")
        )
    )
    if after.text.isdigit() and tokens[first + 2 : first + 3] and tokens[first + 2].text == ",":
        return None  # "said Jan Lis, 68, who ..."
    participle = after.lower.endswith("ing") or (first + 2 < end and is_in(after, "subordinators"))
    keeps = goes_on and (known or not participle)
    return trim(sentence, (first + 1, end)) if keeps else None


def _joins_clause(sentence: Sentence, at: int, end: int) -> bool:
    """As in "The mill fell in, she said, and the owner ignored it": she says that as well.

    What the speaker did next ("and then left") is no part of it, and a figure may be another's.
    """
    tokens = sentence.tokens
    first = at + 1
    if tokens[at].lower != "and" or first + 2 >= end or counts(tokens, first):
        return False
    while first + 1 < end and is_adverb(tokens[first]):
        first += 1
    acts = is_verb(tokens, first) and not is_auxiliary(tokens[first])
    return not acts and not is_in(tokens[first], "pronouns")
