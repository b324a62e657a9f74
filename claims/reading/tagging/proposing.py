"""Attributions for the reader of claims from those of the tagger, where the rules found none."""

from collections.abc import Sequence

from claims.choices import Modality, Stance
from claims.reading.complements import CLAUSE_FRAMES
from claims.reading.cues import CueEntry, entry_of
from claims.reading.frames import Attribution
from claims.reading.grammar import is_in, skip_left, verbs_in
from claims.reading.lexicon import words
from claims.reading.subjects import Place
from claims.reading.tagging.decoding import Candidate, cue_range
from claims.reading.tagging.tagger import Tagged
from claims.reading.tagging.words import stem
from claims.reading.trimming import trim

SURE = 0.6  # below it too many proposals say nothing that can be checked
MIN_SAID = 4  # words
NOBODY = frozenset({"it", "there", "this", "that", "which"})  # "it appears that ..."


def proposed(
    tagged: Sequence[Tagged] | None, rules: Sequence[Sequence[Attribution]]
) -> list[list[Attribution]]:
    """For each sentence what the rules found, and what the tagger alone surely found.

    Only a clause said by somebody is added, and none that shares a cue or words with what the
    rules have.
    """
    found = [list(own) for own in rules]
    for one in tagged or ():
        number = one.candidate.number
        attribution = _attribution(one) if one.chance >= SURE else None
        if attribution is not None and not _meets(attribution, rules[number]):
            found[number].append(attribution)
            found[number].sort(key=lambda other: other.cue)
    return found


def _attribution(tagged: Tagged) -> Attribution | None:
    one = tagged.candidate
    sentence, tokens = one.prepared.sentence, one.prepared.tokens
    first, last = max(one.content, key=lambda span: span[1] - span[0])
    content = trim(sentence, (first + (tokens[first].lower == "that"), last))
    said = [token for token in tokens[slice(*content)] if token.is_word]
    entry = _entry(one, first)
    if entry is None or len(said) < MIN_SAID or not verbs_in(tokens, *content):
        return None
    if one.speaker is None or tokens[one.speaker[0]].lower in NOBODY:
        return None
    cue = cue_range(one)
    return Attribution(
        sentence,
        entry,
        "that",
        cue,
        one.speaker,
        content,
        Place.POSTPOSED if content[1] <= one.at else Place.BEFORE,
        negated=any(
            is_in(token, "negations") for token in tokens[skip_left(tokens, cue[0]) : cue[1]]
        ),
    )


def _entry(one: Candidate, first: int) -> CueEntry | None:
    """What is known of the cue; of one in no lexicon no more than that it reports.

    Such a one must have "that" or a quotation after it, and be no hope or plan.
    """
    lower, token = one.prepared.lowers[one.at], one.prepared.tokens[first]
    known = entry_of(lower)
    if known is not None:
        return known if known.frames & CLAUSE_FRAMES else None
    wished = lower in words("hedges", "opinion") | words("hedges", "future")
    if wished or not (token.lower == "that" or token.quoted):
        return None
    return CueEntry(stem(lower), frozenset({"that"}), Stance.ASSERTS, Modality.ASSERTED)


def _meets(one: Attribution, rules: Sequence[Attribution]) -> bool:
    mine = {*range(*one.cue), *range(*one.content)}
    return any(not mine.isdisjoint((*range(*r.cue), *range(*r.content))) for r in rules)
