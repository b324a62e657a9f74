"""Grow boosted decision trees from labelled examples: gradient boosting on histograms.

With numpy, which only fitting needs; ``trees`` reads what comes of it without.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claims.comparing.trees import Node, StoredForest, StoredTree

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Growth:
    """How trees are grown; chosen on a part of the training pairs that others were fitted to."""

    trees: int = 200
    depth: int = 4
    rate: float = 0.08
    bins: int = 25
    rows: float = 0.6  # share of the examples each tree sees
    columns: float = 0.7  # share of the signals each tree sees
    smoothing: float = 5.0
    least: float = 8.0  # certainty (sum of p(1-p)) that a leaf must rest on
    least_gain: float = 0.5
    seed: int = 1


@dataclass(frozen=True, slots=True)
class _Data:
    binned: Places
    cuts: list[Numbers]
    slope: Numbers
    bend: Numbers


def grow(
    names: Sequence[str],
    values: Numbers,
    wanted: Numbers,
    weight: Numbers,
    how: Growth | None = None,
) -> StoredForest:
    """The forest that tells wanted examples (1) from others (0), rows of ``values`` by weight."""
    how = how or Growth()
    chance = np.random.default_rng(how.seed)
    cuts = [_cuts(values[:, column], how.bins) for column in range(values.shape[1])]
    binned = np.stack(
        [np.searchsorted(cut, values[:, at], side="left") for at, cut in enumerate(cuts)], axis=1
    )
    share = float(np.average(wanted, weights=weight))
    base = float(np.log(share / (1 - share)))
    score = np.full(len(wanted), base)
    trees: list[StoredTree] = []
    for _ in range(how.trees):
        likely = 1 / (1 + np.exp(-score))
        data = _Data(binned, cuts, weight * (likely - wanted), weight * likely * (1 - likely))
        rows = np.flatnonzero(chance.random(len(wanted)) < how.rows)
        columns = np.flatnonzero(chance.random(values.shape[1]) < how.columns)
        tree, step = _tree(data, rows, columns, how)
        trees.append(tree)
        score = score + step
    return {"signals": list(names), "base": round(base, 4), "trees": trees}


def _cuts(column: Numbers, bins: int) -> Numbers:
    """Values between which a signal is told apart: all of a few, else evenly filled bins."""
    different = np.unique(column)
    if len(different) < bins:
        between: Numbers = np.round((different[1:] + different[:-1]) / 2, 4)
        return between
    return np.unique(np.round(np.quantile(column, np.linspace(0, 1, bins)[1:-1]), 4))


def _tree(data: _Data, rows: Places, columns: Places, how: Growth) -> tuple[StoredTree, Numbers]:
    """One tree and what it adds to the score of each example."""
    nodes: list[Node] = []
    leaves: list[float] = []
    step = np.zeros(len(data.slope))

    def branch(chosen: Places, everyone: Places, depth: int) -> int:
        split = _best_split(data, chosen, columns, how) if depth < how.depth else None
        if split is None:
            down, up = data.slope[chosen].sum(), data.bend[chosen].sum() + how.smoothing
            leaves.append(round(float(-how.rate * down / up), 4))
            step[everyone] = leaves[-1]
            return -len(leaves)
        column, cut = split
        at = len(nodes)
        nodes.append([])
        inside = data.binned[chosen, column] <= cut
        within = data.binned[everyone, column] <= cut
        first = branch(chosen[inside], everyone[within], depth + 1)
        second = branch(chosen[~inside], everyone[~within], depth + 1)
        nodes[at] = [column, float(data.cuts[column][cut]), first, second]
        return at

    branch(rows, np.arange(len(data.slope)), 0)
    return {"nodes": nodes, "leaves": leaves}, step


def _best_split(data: _Data, rows: Places, columns: Places, how: Growth) -> tuple[int, int] | None:
    """The signal and the cut that part these examples best; None where nothing is gained."""
    if len(rows) == 0 or len(columns) == 0:
        return None
    size = how.bins
    place = (np.arange(len(columns)) * size + data.binned[np.ix_(rows, columns)]).ravel()
    shape = (len(columns), size)
    slope, bend = (
        np.bincount(place, np.repeat(part[rows], len(columns)), len(columns) * size)
        .reshape(shape)
        .cumsum(axis=1)
        for part in (data.slope, data.bend)
    )
    down, up = slope[:, -1:], bend[:, -1:]
    gain = (
        slope**2 / (bend + how.smoothing)
        + (down - slope) ** 2 / (up - bend + how.smoothing)
        - down**2 / (up + how.smoothing)
    )
    gain[(bend < how.least) | (up - bend < how.least)] = 0
    best = int(gain.argmax())
    column, cut = int(columns[best // size]), best % size
    if gain.ravel()[best] <= how.least_gain or cut >= len(data.cuts[column]):
        return None
    return column, cut
