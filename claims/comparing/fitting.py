"""Fit what ``free_text`` weighs by: repeatable, on labelled pairs only.

Run from the repository's root with labelled pairs (rows with premise, hypothesis, label, set):
``python -m claims.comparing.fitting --into claims/comparing/data TRAIN.jsonl.gz...``
"""

import gzip
import json
import math
import random
import zlib
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO

import numpy as np

from claims.comparing.alignment import align
from claims.comparing.free_text import Weights, entailing_signals
from claims.comparing.growing import Growth, grow
from claims.comparing.signals import WordPairs, crossed_pairs, parting_signals, swapped_pairs
from claims.comparing.slots import swaps
from claims.comparing.trees import StoredForest

NON_COMMERCIAL = ("anli", "sick")  # no shipped weight rests on these
# From where a pair is called a contradiction: best for F1 on a fifth of the training pairs that
# was kept from fitting (.34). What reaches an editor has to be far likelier (evaluation).
CONTRADICTION_FROM = 0.34
ENTAILMENT_FROM = 0.5
EPOCHS = 6
STEP = 0.05
DECAY = 1e-5
PARTS = 5  # a pair's word pairs are weighed as learnt from the parts it does not belong to
SEEN = {"swap": 3, "cross": 8}  # how often two words must have met
SPEAKING = {"swap": 0.1, "cross": 0.3}  # weights nearer to 0 say nothing
DOUBT = 2  # how many unseen pairs each weight is held back by
# Rows a set gives at most, so that no set of templates is heard above the others.
MOST, MOST_OF_TEMPLATES = 6500, 500
PASSAGES = "cur_control"  # the one templates' neighbour that is real text
WEIGHTS = {
    "climate_fever": 2.0, "fm2": 6.0, "fever_symmetric": 6.0, "covidfact": 0.7, "cur_control": 2.0,
    "cur_": 0.7, "mnli_": 1.5, "conjnli_adv": 0.5, "joci": 0.6, "mpe": 0.6, "monli": 0.3,
    "breaking_nli": 0.7,
}  # fmt: skip
# Sets without neutral pairs have more contradictions than anything in use: contradictions, others.
BALANCE = {"fm2": (0.6, 1.2), "fever_symmetric": (0.6, 1.2), "covidfact": (1.5, 1.2)}

Row = dict[str, str]
Example = tuple[dict[str, float], bool]
Pairs = dict[str, set[tuple[str, str]]]


def rows(paths: Iterable[Path]) -> Iterator[Row]:
    """The rows of plain or gzipped JSONL files."""
    for path in paths:
        opener: Callable[..., IO[str]] = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines)


def chosen(pairs: Iterable[Row]) -> list[Row]:
    """The rows that may teach, each set up to its share, in an order of no meaning."""
    free = [row for row in pairs if not row["set"].startswith(NON_COMMERCIAL)]
    random.Random(5).shuffle(free)  # noqa: S311 -- no secret, and the same each time
    taken: Counter[str] = Counter()
    kept = []
    for row in free:
        templates = row["set"].startswith("cur_") and row["set"] != PASSAGES
        if taken[row["set"]] < (MOST_OF_TEMPLATES if templates else MOST):
            taken[row["set"]] += 1
            kept.append(row)
    return kept


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


def fit_entailment(pairs: Iterable[Row]) -> Weights:
    """Entailment is told from neutral only where nothing contradicts."""
    examples = [
        (
            entailing_signals(
                row["premise"], row["hypothesis"], align(row["premise"], row["hypothesis"])
            ),
            row["label"] == "entailment",
        )
        for row in pairs
        if row["label"] != "contradiction"
    ]
    return fit(examples)


def fit_contradiction(pairs: Sequence[Row], how: Growth | None = None) -> StoredForest:
    """The trees; each pair sees word pairs as learnt from other pairs only."""
    met = [_word_pairs(row) for row in pairs]
    wanted = [row["label"] == "contradiction" for row in pairs]
    parts = [part_of(row) for row in pairs]
    known = [
        WordPairs(learnt(
            (one, label) for one, label, its in zip(met, wanted, parts, strict=True) if its != part
        ))
        for part in range(PARTS)
    ]  # fmt: skip
    signals = [
        parting_signals(align(row["premise"], row["hypothesis"]), known[part])
        for row, part in zip(pairs, parts, strict=True)
    ]
    names = sorted(signals[0])
    values = np.array([[one[name] for name in names] for one in signals], dtype=np.float64)
    weight = np.array([_weight(row) for row in pairs])
    return grow(names, values, np.array(wanted, dtype=np.float64), weight, how)


def part_of(row: Row) -> int:
    """Which part a pair belongs to: all pairs with one premise go together."""
    return zlib.crc32(row["premise"].encode()) % PARTS


def _weight(row: Row) -> float:
    weight = next((value for name, value in WEIGHTS.items() if row["set"].startswith(name)), 1.0)
    of_contradiction, of_others = BALANCE.get(row["set"], (1.0, 1.0))
    return weight * (of_contradiction if row["label"] == "contradiction" else of_others)


def _word_pairs(row: Row) -> Pairs:
    aligned = align(row["premise"], row["hypothesis"])
    swapped = swapped_pairs(swaps(aligned.short, aligned.long)[0])
    return {"swap": swapped, "cross": crossed_pairs(aligned) - swapped}


def learnt(examples: Iterable[tuple[Pairs, bool]]) -> dict[str, dict[tuple[str, str], float]]:
    """The weight of each pair of words that was met often enough and says something."""
    met: dict[str, Counter[tuple[str, str]]] = {kind: Counter() for kind in SEEN}
    parting: dict[str, Counter[tuple[str, str]]] = {kind: Counter() for kind in SEEN}
    for pairs, contradicts in examples:
        for kind, found in pairs.items():
            met[kind].update(found)
            if contradicts:
                parting[kind].update(found)
    return {kind: _weighed(kind, met[kind], parting[kind]) for kind in SEEN}


def _weighed(
    kind: str, met: Counter[tuple[str, str]], parting: Counter[tuple[str, str]]
) -> dict[tuple[str, str], float]:
    usual = (parting.total() + 1) / (met.total() + DOUBT)
    weights = {}
    for pair, times in met.items():
        share = (parting[pair] + DOUBT * usual) / (times + DOUBT)
        weight = round(math.log(share / (1 - share)) - math.log(usual / (1 - usual)), 1)
        if times >= SEEN[kind] and abs(weight) >= SPEAKING[kind]:
            weights[pair] = weight
    return weights


def write(into: Path, pairs: Sequence[Row], how: Growth | None = None) -> None:
    """Fit everything and write the data files of ``free_text``."""
    entailment = fit_entailment(pairs)
    stored = {
        "contradiction_from": CONTRADICTION_FROM,
        "entailment_from": ENTAILMENT_FROM,
        "entailment": {"bias": entailment.bias, "signals": entailment.signals},
        "contradiction": fit_contradiction(pairs, how),
    }
    text = json.dumps(stored, separators=(",", ":")).replace('{"nodes"', '\n{"nodes"')
    (into / "free_text.json").write_text(text + "\n", encoding="utf-8")
    known = learnt((_word_pairs(row), row["label"] == "contradiction") for row in pairs)
    lines = [
        f"{kind}\t{one}\t{other}\t{round(weight * 10)}\n"
        for kind, weights in known.items()
        for (one, other), weight in sorted(weights.items())
    ]
    (into / "word_pairs.tsv").write_text("".join(lines), encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit from the files that are named on the command line."""
    parser = ArgumentParser(description="Fit the weights of free text.")
    parser.add_argument("paths", nargs="+", type=Path, metavar="TRAIN")
    parser.add_argument("--into", type=Path, required=True, metavar="FOLDER")
    given = parser.parse_args(arguments)
    write(given.into, chosen(rows(given.paths)))


if __name__ == "__main__":
    main()
