"""Attributions for the reader of claims from those of the tagger, where the rules found none."""

from collections.abc import Sequence

from claims.choices import Modality, Stance
from claims.reading.cues import CueEntry, entry_of
from claims.reading.frames import Attribution, trim
from claims.reading.grammar import verbs_in
from claims.reading.subjects import Place
from claims.reading.tagging.decoding import cue_range
from claims.reading.tagging.tagger import Tagged
from claims.reading.tagging.words import stem

SURE = 0.6  # below it too many proposals say nothing that can be checked
MIN_SAID = 4  # words


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
    content = trim(sentence, max(one.content, key=lambda span: span[1] - span[0]))
    said = [token for token in tokens[slice(*content)] if token.is_word]
    if one.speaker is None or len(said) < MIN_SAID or not verbs_in(tokens, *content):
        return None
    return Attribution(
        sentence,
        entry_of(one.prepared.lowers[one.at]) or _plain(one.prepared.lowers[one.at]),
        "that",
        cue_range(one),
        one.speaker,
        content,
        Place.POSTPOSED if content[1] <= one.at else Place.BEFORE,
    )


def _plain(lower: str) -> CueEntry:
    """What is known of a cue that stands in no lexicon."""
    return CueEntry(stem(lower), frozenset({"that"}), Stance.ASSERTS, Modality.ASSERTED)


def _meets(one: Attribution, rules: Sequence[Attribution]) -> bool:
    mine = {*range(*one.cue), *range(*one.content)}
    return any(not mine.isdisjoint((*range(*r.cue), *range(*r.content))) for r in rules)
