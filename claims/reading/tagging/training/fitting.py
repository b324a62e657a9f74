"""Fitting weights: conditional random fields by CRFsuite, and a small logistic model."""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from sys import intern
from tempfile import TemporaryDirectory

import pycrfsuite  # type: ignore[import-untyped]  # it comes without types

from claims.reading.frames import Attribution
from claims.reading.tagging.cue_names import cue_names
from claims.reading.tagging.prepared import Prepared, candidates, prepare
from claims.reading.tagging.role_names import (
    anchor_names,
    anchor_of,
    own_names,
    place_names,
    place_of,
    stretch_names,
    stretch_of,
    word_names,
)
from claims.reading.tagging.scoring import logistic
from claims.reading.tagging.selecting import Features
from claims.reading.tagging.training.labelled import MIN_ARTICLES, Article, Label
from claims.reading.tagging.words import Vocabulary
from claims.reading.text import Sentence

Chain = tuple[list[list[str]], list[str]]  # the names of each item's features, and its label
Pair = tuple[str, str]
ROLES = "OSCQ"  # outside, speaker, content, cue: the order of the fours
HEAD, NO_HEAD = "A", "-"
ROUNDS = 60
CUE_PENALTIES = {"c1": 0.1, "c2": 1.0}
ROLE_PENALTIES = {"c1": 0.1, "c2": 2.0}
KEEP_ROUNDS = 25
KEEP_STEP = 0.15
KEEP_PENALTY = 1.0
SEED = 0


@dataclass(frozen=True, slots=True)
class Weights:
    """What was fitted: weights of (feature, label) and of (label, next label)."""

    features: Mapping[Pair, float]
    steps: Mapping[Pair, float]


def cue_chains(article: Article, vocabulary: Vocabulary) -> Iterator[Chain]:
    """A chain of one item for each word that may head a cue."""
    for sentence, rules, labels in _sentences(article):
        prepared = prepare(sentence, rules, vocabulary)
        heads = {label.at for label in labels}
        for at in candidates(sentence, rules, vocabulary):
            label = HEAD if at in heads else NO_HEAD
            yield [cue_names(prepared, at, vocabulary)], [label]


def role_chains(article: Article, vocabulary: Vocabulary) -> Iterator[Chain]:
    """A chain for each labelled attribution: its sentence, seen from its cue."""
    for sentence, rules, labels in _sentences(article):
        if labels:
            prepared = prepare(sentence, rules, vocabulary)
            standing = [_standing(prepared, at, vocabulary) for at in range(prepared.size)]
            for label in labels:
                yield _role_chain(prepared, label, standing)


def _sentences(
    article: Article,
) -> Iterator[tuple[Sentence, tuple[Attribution, ...], tuple[Label, ...]]]:
    return zip(article.sentences, article.rules, article.labels, strict=True)


def _standing(prepared: Prepared, at: int, vocabulary: Vocabulary) -> list[str]:
    names = place_names(place_of(prepared, at))
    for away in (-1, 0, 1):
        # A feature of a neighbour is named for where the neighbour stands.
        if 0 <= at + away < prepared.size:
            token = prepared.tokens[at + away]
            names += word_names(away, prepared.lowers[at + away], token.text, vocabulary)
    return names


def _role_chain(prepared: Prepared, label: Label, standing: Sequence[list[str]]) -> Chain:
    anchor = anchor_of(prepared, label.at)
    shared = anchor_names(anchor)
    names: list[list[str]] = []
    roles: list[str] = []
    for at in range(prepared.size):
        if at == label.at:
            names.append(["head"])
            roles.append(HEAD)
            continue
        stretch = stretch_of(anchor, at)
        names.append(
            [
                *standing[at],
                *shared,
                *stretch_names(anchor, stretch),
                *own_names(anchor, at, stretch),
            ]
        )
        side = "R" if at > label.at else "L"
        roles.append(side + _role(label, at))
    return names, roles


def _role(label: Label, at: int) -> str:
    if at in label.cue:
        return "Q"
    if at in label.speaker:
        return "S"
    return "C" if at in label.content else "O"


def fit_chains(
    articles: Sequence[Article],
    chains_of: Callable[[Article, Vocabulary], Iterator[Chain]],
    vocabulary: Vocabulary,
    penalties: Mapping[str, float],
) -> Weights:
    """The weights of some articles' chains.

    Features that fewer than MIN_ARTICLES of the articles have are left out.
    """
    # Most names come again and again: kept once each, all chains fit into a gigabyte.
    kept = [
        [([[intern(name) for name in names] for names in items], labels) for items, labels in own]
        for own in (chains_of(article, vocabulary) for article in articles)
    ]
    spread = Counter[str]()
    for chains in kept:
        spread.update({name for items, _ in chains for names in items for name in names})
    trainer = pycrfsuite.Trainer(verbose=False)
    for chains in kept:
        for items, labels in chains:
            common = [[name for name in names if spread[name] >= MIN_ARTICLES] for names in items]
            trainer.append(pycrfsuite.ItemSequence(common), labels)
    trainer.select("lbfgs")
    trainer.set_params({**penalties, "max_iterations": ROUNDS})
    with TemporaryDirectory() as folder:
        path = Path(folder) / "model"
        trainer.train(str(path))
        tagger = pycrfsuite.Tagger()
        tagger.open(str(path))
        dump = tagger.info()
        tagger.close()
    return Weights(dict(dump.state_features), dict(dump.transitions))


def fit_keeping(features: Sequence[Features], right: Sequence[int]) -> dict[str, float]:
    """The weights of a logistic model, by AdaGrad (Duchi, Hazan and Singer, 2011)."""
    weights: dict[str, float] = {}
    squares: dict[str, float] = {}
    order = list(range(len(features)))
    shuffled = random.Random(SEED)  # noqa: S311  # an order to learn in is no secret
    for _ in range(KEEP_ROUNDS):
        shuffled.shuffle(order)
        for at in order:
            own = features[at]
            score = sum(weights.get(name, 0.0) * value for name, value in own.items())
            error = logistic(score) - right[at]
            for name, value in own.items():
                weight = weights.get(name, 0.0)
                slope = error * value + KEEP_PENALTY * weight / len(features)
                squares[name] = squares.get(name, 0.01) + slope * slope
                weights[name] = weight - KEEP_STEP * slope / sqrt(squares[name])
    return weights
