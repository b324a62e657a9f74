"""The attributions of an article by the tagger: cues found, roles given, answers kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claims.reading.frames import Attribution
from claims.reading.tagging.assembling import assemble
from claims.reading.tagging.decoding import Candidate, decode
from claims.reading.tagging.model import shipped
from claims.reading.tagging.prepared import candidates, prepare
from claims.reading.tagging.scoring import Scorer
from claims.reading.tagging.selecting import chances
from claims.reading.text import Sentence
from claims.values import AttributionSpans

POSSIBLE = 0.15  # chance from which a word may head a cue; few below it are kept in the end

MOST = 20  # cues of one sentence; prose has fewer, and the time of a made-up text stays bounded


@dataclass(frozen=True, slots=True)
class Tagged:
    """An attribution of an article: its candidate, how likely it is right, and its spans."""

    candidate: Candidate
    chance: float
    spans: AttributionSpans


def tag(
    sentences: Sequence[Sentence], rules: Sequence[Sequence[Attribution]]
) -> list[Tagged] | None:
    """The attributions of an article in order; None where the weights are missing.

    ``rules`` has what the rules found in each sentence.
    """
    scorer = _scorer()
    if scorer is None:
        return None
    found = find_candidates(scorer, sentences, rules)
    right = chances(scorer.model.keep, found)
    kept = [
        (one, chance)
        for one, chance in zip(found, right, strict=True)
        if one.content and chance > scorer.model.threshold
    ]
    spans = assemble(sentences, [one for one, _ in kept])
    return [Tagged(one, chance, own) for (one, chance), own in zip(kept, spans, strict=True)]


@cache
def _scorer() -> Scorer | None:
    model = shipped()
    return Scorer(model) if model else None


def find_candidates(
    scorer: Scorer,
    sentences: Sequence[Sentence],
    rules: Sequence[Sequence[Attribution]],
    possible: float = POSSIBLE,
) -> list[Candidate]:
    """All that may be attributions, with content and speaker, in the order of their cues."""
    vocabulary = scorer.model.vocabulary
    found: list[Candidate] = []
    for number, (sentence, ruled) in enumerate(zip(sentences, rules, strict=True)):
        heads = candidates(sentence, ruled, vocabulary)
        if not heads:
            continue
        prepared = prepare(sentence, ruled, vocabulary)
        likely = [(at, scorer.cue(prepared, at)) for at in heads]
        likely = [(at, chance) for at, chance in likely if chance > possible]
        likely = sorted(sorted(likely, key=lambda one: -one[1])[:MOST])
        if not likely:
            continue
        standing = scorer.standing(prepared)
        for at, chance in likely:
            roles = scorer.roles(prepared, at, standing)
            found.append(decode(prepared, number, at, chance, roles))
    return found
