"""Groups of words used alike, found from their neighbours: they stand in for parts of speech.

Each frequent word is described by the words one and two places to its left and right (positive
pointwise mutual information, reduced by a randomised singular value decomposition after Halko,
Martinsson and Tropp, 2011), and these descriptions are put into groups by spherical k-means.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from claims.reading.tagging.words import folded
from claims.reading.text import Sentence

Matrix = NDArray[np.float64]
SEED = 0
MIN_COUNT = 8
MIN_ARTICLES = 3
CONTEXTS = 1000  # the most frequent words tell neighbours apart
DIMENSIONS = 60
COARSE, FINE = 64, 256
ROUNDS = 25
AWAY = (-1, 1, -2, 2)


def word_groups(articles: Iterable[Sequence[Sentence]]) -> dict[str, tuple[int, int]]:
    """A coarse and a fine group for each frequent word of some articles."""
    texts = [[[folded(token) for token in s.tokens] for s in whole] for whole in articles]
    counts = Counter(word for whole in texts for line in whole for word in line)
    spread = Counter(word for whole in texts for word in {w for line in whole for w in line})
    ordered = sorted(counts, key=lambda word: (-counts[word], word))
    words = [w for w in ordered if counts[w] >= MIN_COUNT and spread[w] >= MIN_ARTICLES]
    described = _described(words, [line for whole in texts for line in whole])
    weights = np.sqrt(np.array([counts[word] for word in words], dtype=np.float64))
    coarse, fine = (_grouped(described, size, weights) for size in (COARSE, FINE))
    return {word: (coarse[at], fine[at]) for at, word in enumerate(words)}


def _described(words: Sequence[str], lines: Sequence[Sequence[str]]) -> Matrix:
    """A row of unit length for each word."""
    neighbours = _neighbours(words, lines)
    total = neighbours.sum()
    expected = np.outer(neighbours.sum(axis=1), neighbours.sum(axis=0)) / total
    with np.errstate(divide="ignore", invalid="ignore"):
        informative = np.nan_to_num(np.log(neighbours / expected), nan=0.0, neginf=0.0)
    reduced = _reduced(np.maximum(informative, 0.0))
    return _unit(reduced)


def _neighbours(words: Sequence[str], lines: Sequence[Sequence[str]]) -> Matrix:
    ids = {word: at for at, word in enumerate(words)}
    edge, other = CONTEXTS, CONTEXTS + 1
    found = np.zeros((len(words), len(AWAY) * (CONTEXTS + 2)))
    for line in lines:
        own = [ids.get(word, -1) for word in line]
        for at, word in enumerate(own):
            if word < 0:
                continue
            for side, away in enumerate(AWAY):
                inside = 0 <= at + away < len(own)
                near = own[at + away] if inside else edge
                column = near if near == edge or 0 <= near < CONTEXTS else other
                found[word, side * (CONTEXTS + 2) + column] += 1
    return found


def _reduced(described: Matrix) -> Matrix:
    random = np.random.default_rng(SEED)
    size = min(DIMENSIONS, *described.shape)
    probe = described @ random.standard_normal(
        (described.shape[1], min(2 * size, *described.shape))
    )
    for _ in range(3):
        probe = described @ (described.T @ np.linalg.qr(probe)[0])
    base = np.linalg.qr(probe)[0]
    left, values, _ = np.linalg.svd(base.T @ described, full_matrices=False)
    reduced: Matrix = (base @ left[:, :size]) * np.sqrt(values[:size])
    return reduced


def _unit(rows: Matrix) -> Matrix:
    scaled: Matrix = rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9)
    return scaled


def _grouped(rows: Matrix, size: int, weights: Matrix) -> list[int]:
    random = np.random.default_rng(SEED)
    size = min(size, len(rows))
    centres = rows[random.choice(min(len(rows), 5 * size), size, replace=False)].copy()
    for _ in range(ROUNDS):
        nearest = (rows @ centres.T).argmax(axis=1)
        for group in range(size):
            own = nearest == group
            if own.any():
                centres[group] = (rows[own] * weights[own, None]).sum(axis=0)
        centres = _unit(centres)
    return [int(group) for group in (rows @ centres.T).argmax(axis=1)]
