import numpy as np

from claims.comparing.growing import Growth, grow
from claims.comparing.trees import Forest


def examples():
    """Wanted where just one of two signals is set, whatever the third one says."""
    chance = np.random.default_rng(0)
    values = chance.integers(0, 2, (600, 3)).astype(float)
    return values, (values[:, 0] != values[:, 1]).astype(float)


def test_trees_learn_what_no_single_signal_tells():
    values, wanted = examples()

    stored = grow(["one", "other", "noise"], values, wanted, np.ones(600), Growth(trees=200))
    forest = Forest.load(stored)

    assert forest.probability({"one": 1.0, "other": 0.0}) > 0.8
    assert forest.probability({"one": 1.0, "other": 1.0}) < 0.2
    assert forest.probability({}) == forest.probability({"one": 0.0, "other": 0.0, "noise": 0.0})


def test_growing_again_gives_the_same_trees():
    values, wanted = examples()

    grown = [grow(["a", "b", "c"], values, wanted, np.ones(600), Growth(trees=3)) for _ in "12"]

    assert grown[0] == grown[1]


def test_weights_count():
    values, wanted = np.zeros((10, 1)), np.array([1.0] * 5 + [0.0] * 5)
    heavy = np.where(wanted > 0, 3.0, 1.0)

    assert (
        Forest.load(grow(["a"], values, wanted, heavy, Growth(trees=1))).probability({"a": 0.0})
        > 0.7
    )
