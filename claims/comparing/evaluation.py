"""How good comparing is, on labelled pairs of texts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from claims.comparing.free_text import compare_texts
from claims.comparing.pair_files import LABELS, read_pairs

CONTRADICTION = LABELS[0]
QUEUE_FROM = 0.75  # the score from which a free-text pair would reach an editor's queue

Metrics = dict[str, object]


@dataclass(frozen=True, slots=True)
class Judged:
    """One labelled pair and what comparing made of it."""

    set: str
    wanted: str
    found: str
    score: float


def evaluate_pairs(paths: Iterable[Path]) -> Metrics:
    """Accuracy and the contradiction class's precision, recall and F1, in all and for each set.

    Raises PairFileError for a file that holds no labelled pairs.
    """
    judged = [
        Judged(pair.set or path.stem, pair.label, found.label, found.score)
        for path in paths
        for pair in read_pairs(path, labelled=True)
        for found in (compare_texts(pair.premise, pair.hypothesis),)
    ]
    by_set: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        by_set[one.set].append(one)
    return {**measured(judged), "sets": {name: measured(by_set[name]) for name in sorted(by_set)}}


def measured(judged: Sequence[Judged]) -> Metrics:
    """The figures of one set of pairs; None where there is nothing to divide by."""
    right = sum(one.wanted == one.found for one in judged)
    return {
        "pairs": len(judged),
        "accuracy": ratio(right, len(judged)),
        "contradiction": of_contradictions(judged, 0),
        "in_the_queue": {"from": QUEUE_FROM, **of_contradictions(judged, QUEUE_FROM)},
    }


def of_contradictions(judged: Sequence[Judged], from_score: float) -> Metrics:
    """Precision, recall and F1 of the pairs called contradictory with at least this score."""
    flagged = [one for one in judged if one.found == CONTRADICTION and one.score >= from_score]
    hits = sum(one.wanted == CONTRADICTION for one in flagged)
    due = sum(one.wanted == CONTRADICTION for one in judged)
    return {
        "wanted": due,
        "flagged": len(flagged),
        "precision": ratio(hits, len(flagged)),
        "recall": ratio(hits, due),
        "f1": ratio(2 * hits, len(flagged) + due),
    }


def ratio(part: int, whole: int) -> float | None:
    """A share to four places; None of nothing."""
    return round(part / whole, 4) if whole else None
