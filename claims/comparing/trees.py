"""A score from many small decision trees, as ``fitting`` makes them."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypedDict

Node = list[float]
"""``[signal's number, greatest value for the first branch, first branch, second branch]``, where a
branch is a node's number, or a leaf's as -1, -2, ..."""


class StoredTree(TypedDict):
    """One tree as stored."""

    nodes: list[Node]
    leaves: list[float]


class StoredForest(TypedDict):
    """A forest as stored: the names of its signals, the score of nothing, and its trees."""

    signals: list[str]
    base: float
    trees: list[StoredTree]


@dataclass(frozen=True, slots=True)
class Forest:
    """Boosted trees: the sum of what each tree says is the logarithm of the odds."""

    signals: tuple[str, ...]
    base: float
    trees: tuple[tuple[tuple[Node, ...], tuple[float, ...]], ...]

    @classmethod
    def load(cls, stored: StoredForest) -> "Forest":
        """The forest out of a data file."""
        trees = tuple((tuple(tree["nodes"]), tuple(tree["leaves"])) for tree in stored["trees"])
        return cls(tuple(stored["signals"]), stored["base"], trees)

    def probability(self, signals: Mapping[str, float]) -> float:
        """How likely the label is for something with these signals; a missing one counts as 0."""
        values = [signals.get(name, 0.0) for name in self.signals]
        total = self.base + sum(_leaf(nodes, leaves, values) for nodes, leaves in self.trees)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def _leaf(nodes: tuple[Node, ...], leaves: tuple[float, ...], values: list[float]) -> float:
    at = 0 if nodes else -1
    while at >= 0:
        number, limit, first, second = nodes[at]
        at = int(first if values[int(number)] <= limit else second)
    return leaves[-1 - at]
