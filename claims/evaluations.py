"""What ``manage.py evaluate`` can score: one line each, added where the scoring is written."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tqdm import tqdm

from claims.comparing.evaluation import evaluate_pairs
from claims.comparing.evaluation_newsroom import (
    NewsroomError,
    evaluate_comparing,
    evaluate_newsroom,
)
from claims.comparing.pair_files import PairFileError
from claims.reading.evaluation_quotes import QuoteFileError, evaluate_quotes
from sources.evaluation_pages import EvaluationError, evaluate_pages
from sources.grouping.evaluation import evaluate_events

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


def _events(paths: list[Path], _gold: Path | None) -> Metrics:
    track = partial(tqdm, desc="events", unit=" articles", disable=None, leave=False)
    results = {str(path): evaluate_events(path, track=track) for path in paths}
    return next(iter(results.values())) if len(results) == 1 else {"files": results}


def _pairs(paths: list[Path], _gold: Path | None) -> Metrics:
    try:
        return evaluate_pairs(paths)
    except PairFileError as error:
        raise EvaluationError(str(error)) from None


def _newsroom(paths: list[Path], gold: Path | None) -> Metrics:
    if gold is not None and len(paths) > 1:
        raise EvaluationError("Gold claims belong to one event: give one folder with --claims.")
    try:
        return evaluate_comparing(paths[0], gold) if gold else evaluate_newsroom(paths)
    except NewsroomError as error:
        raise EvaluationError(str(error)) from None


def _quotes(paths: list[Path], _gold: Path | None) -> Metrics:
    track = partial(tqdm, desc="quotes", unit=" articles", disable=None, leave=False)
    try:
        return evaluate_quotes(paths, track=track)
    except QuoteFileError as error:
        raise EvaluationError(str(error)) from None


EVALUATIONS = {
    evaluation.name: evaluation
    for evaluation in (
        Evaluation("pairs", "JSONL files of labelled pairs of texts", _pairs),
        Evaluation("quotes", "JSONL files of articles with their attributions", _quotes),
        Evaluation("events", "JSONL files of articles labelled with their event", _events),
        Evaluation("newsroom", "folders of articles.jsonl and gold.json", _newsroom),
        Evaluation("pages", "folders with truth.jsonl: text found on real pages", _pages),
    )
}
