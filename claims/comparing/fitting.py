"""Fit the weights of ``free_text``: plain logistic regression, no library, repeatable.

Run from the repository's root with labelled pairs (rows with premise, hypothesis, label, set):
``python -m claims.comparing.fitting TRAIN.jsonl.gz... > claims/comparing/data/free_text.json``
"""

import gzip
import json
import math
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO

from claims.comparing.alignment import align
from claims.comparing.free_text import Model, Weights, entailing_signals, parting_signals

NON_COMMERCIAL = ("anli", "sick")  # no shipped weight rests on these
CONTRADICTION_FROM = 0.6  # an alarm costs an editor's minute, so rather silent than wrong
ENTAILMENT_FROM = 0.5
EPOCHS = 6
STEP = 0.05
DECAY = 1e-5

Row = dict[str, str]
Example = tuple[dict[str, float], bool]


def rows(paths: Iterable[Path]) -> Iterator[Row]:
    """The rows of plain or gzipped JSONL files."""
    for path in paths:
        opener: Callable[..., IO[str]] = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines)


def fit(examples: Sequence[Example]) -> Weights:
    """One logistic regression by stochastic gradient descent, in the order given."""
    model = Weights(0.0, {})
    bias = 0.0
    for epoch in range(EPOCHS):
        step = STEP / (1 + epoch)
        for signals, wanted in examples:
            error = Weights(bias, model.signals).probability(signals) - wanted
            bias -= step * error
            for name, value in signals.items():
                old = model.signals.get(name, 0.0)
                model.signals[name] = old - step * (error * value + DECAY * old)
    return Weights(round(bias, 4), {k: round(v, 4) for k, v in sorted(model.signals.items())})


def fit_model(pairs: Iterable[Row], contradiction_from: float, entailment_from: float) -> Model:
    """Both regressions; entailment is told from neutral only where nothing contradicts."""
    against: list[Example] = []
    entails: list[Example] = []
    for row in pairs:
        if row["set"].startswith(NON_COMMERCIAL):
            continue
        aligned = align(row["premise"], row["hypothesis"])
        contradicts = row["label"] == "contradiction"
        against.append((parting_signals(aligned), contradicts))
        if not contradicts:
            signals = entailing_signals(row["premise"], row["hypothesis"], aligned)
            entails.append((signals, row["label"] == "entailment"))
    return Model(fit(against), fit(entails), contradiction_from, entailment_from)


def main(paths: Sequence[str]) -> None:
    """Print the fitted model as JSON."""
    model = fit_model(rows(map(Path, paths)), CONTRADICTION_FROM, ENTAILMENT_FROM)
    assert math.isfinite(model.contradiction.bias)
    shown = {
        "contradiction": {"bias": model.contradiction.bias, "signals": model.contradiction.signals},
        "entailment": {"bias": model.entailment.bias, "signals": model.entailment.signals},
        "contradiction_from": model.contradiction_from,
        "entailment_from": model.entailment_from,
    }
    sys.stdout.write(json.dumps(shown, indent=1) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
