"""Learning which candidates to keep, on articles that the other weights were not fitted to."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.reading.evaluation_quotes import ENOUGH, Score, count, overlap, parts_of
from claims.reading.tagging.assembling import assemble
from claims.reading.tagging.decoding import Candidate
from claims.reading.tagging.scoring import logistic
from claims.reading.tagging.selecting import Features, features_of
from claims.reading.tagging.training.fitting import fit_keeping
from claims.reading.tagging.training.labelled import Article
from claims.values import AttributionSpans

THRESHOLDS = tuple(step / 100 for step in range(20, 55, 5))


@dataclass(frozen=True, slots=True)
class Held:
    """An article that was held out, with its candidates and which of them are right."""

    article: Article
    found: tuple[Candidate, ...]
    features: tuple[Features, ...]
    right: tuple[int, ...]


def held(article: Article, found: Sequence[Candidate]) -> Held:
    """An article's candidates judged by its labels."""
    said = [one for one in found if one.content]
    spans = assemble(article.sentences, said)
    marks = _marks(spans, [one.chance for one in said], article.gold.gold)
    return Held(article, tuple(said), tuple(features_of(said)), tuple(marks))


def _marks(
    spans: Sequence[AttributionSpans], chances: Sequence[float], gold: Sequence[AttributionSpans]
) -> list[int]:
    """1 for each candidate that is paired with a label; those that share its cue come first."""
    pairs: list[tuple[bool, float, int, int]] = []
    for at, one in enumerate(spans):
        for label, other in enumerate(gold):
            ours, theirs = parts_of(one), parts_of(other)
            shared = overlap(ours, theirs)
            union = sum(b - a for a, b in (*ours, *theirs)) - shared
            if shared and shared >= ENOUGH * union:
                cue = one.cue and other.cue and overlap([one.cue], [other.cue]) > 0
                pairs.append((not cue, -chances[at], at, label))
    ours_taken: set[int] = set()
    theirs_taken: set[int] = set()
    for *_, at, label in sorted(pairs):
        if at not in ours_taken and label not in theirs_taken:
            ours_taken.add(at)
            theirs_taken.add(label)
    return [int(at in ours_taken) for at in range(len(spans))]


def weights_and_threshold(all_held: Sequence[Held]) -> tuple[dict[str, float], float]:
    """The weights for keeping, and the chance from which most is right in the end."""
    features = [own for one in all_held for own in one.features]
    weights = fit_keeping(features, [mark for one in all_held for mark in one.right])
    best = max(THRESHOLDS, key=lambda threshold: _worth(scored(all_held, weights, threshold)))
    return weights, best


def _worth(score: Score) -> float:
    return score.span.figures()["f1"] + score.spoken.figures()["f1"]


def scored(all_held: Sequence[Held], weights: dict[str, float], threshold: float) -> Score:
    """The figures of held-out articles with these weights."""
    score = Score()
    for one in all_held:
        chances = [
            logistic(sum(weights.get(name, 0.0) * value for name, value in own.items()))
            for own in one.features
        ]
        kept = [c for c, chance in zip(one.found, chances, strict=True) if chance > threshold]
        count(score, one.article.gold, assemble(one.article.sentences, kept))
    return score
