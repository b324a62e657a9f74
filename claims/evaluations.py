"""What ``manage.py evaluate`` can score: one line each, added where the scoring is written."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tqdm import tqdm

from sources.evaluation_pages import EvaluationError, evaluate_pages

__all__ = ["EVALUATIONS", "Evaluation", "EvaluationError"]

Metrics = dict[str, object]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One thing to score: ``run`` takes the paths given and, where it has any, the gold claims."""

    name: str
    help: str
    run: Callable[[list[Path], Path | None], Metrics]


def _pages(paths: list[Path], _gold: Path | None) -> Metrics:
    # On a terminal a bar, in a log nothing: the whole takes seconds.
    track = partial(tqdm, desc="pages", unit=" pages", disable=None, leave=False)
    results = {str(path): evaluate_pages(path, track=track) for path in paths}
    return next(iter(results.values())) if len(results) == 1 else {"folders": results}


EVALUATIONS = {
    evaluation.name: evaluation
    for evaluation in (
        Evaluation("pages", "folders with truth.jsonl: text found on real pages", _pages),
    )
}
