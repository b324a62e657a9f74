"""Eight weights in one whole number, so that one addition adds all eight.

They are those of the four roles of a token left of a cue, then right of it. Summing weights is
most of what tagging does, and tuples of numbers would have to be made for each sum. Each weight, in
whole thousandths, has ``ROOM`` bits to itself; a negative one borrows from the next, which
``on_left`` and ``on_right`` give back.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import repeat
from typing import TypeVar

from claims.reading.tagging.chain import Four

K = TypeVar("K")
UNIT = 1000
ROOM = 30  # a sum of a hundred features keeps far below 2^29 thousandths
LEFT, RIGHT = 0, 4  # the first place of each side
PLACES = 8
MASK = (1 << ROOM) - 1
HALF = 1 << (ROOM - 1)
HALVES = sum(HALF << (ROOM * place) for place in range(PLACES))
NO_WEIGHT = repeat(0)
MOST_SUMS = 20_000  # of one kind kept in memory


def pack(side: int, weights: Iterable[tuple[int, int]]) -> int:
    """One number of the (role, weight in thousandths) of one side; the others have none."""
    return sum(weight << (ROOM * (side + role)) for role, weight in weights)


def on_left(packed: int) -> Four:
    """The weights left of a cue, of a packed number or of a sum of such."""
    return _spread(packed + HALVES)


def on_right(packed: int) -> Four:
    """The weights right of a cue."""
    return _spread((packed + HALVES) >> (ROOM * RIGHT))


def _spread(whole: int) -> Four:
    return (
        ((whole & MASK) - HALF) / UNIT,
        ((whole >> ROOM & MASK) - HALF) / UNIT,
        ((whole >> 2 * ROOM & MASK) - HALF) / UNIT,
        ((whole >> 3 * ROOM & MASK) - HALF) / UNIT,
    )


def total(weights: Mapping[str, int], names: Iterable[str]) -> int:
    """The summed weights of some features."""
    return sum(map(weights.get, names, NO_WEIGHT))


class Sums(dict[K, int]):
    """What the features that a few values make weigh together: counted once, then known.

    ``sums[values]`` is the sum for ``names(values)``. When too many are known it begins anew.
    """

    def __init__(self, weights: Mapping[str, int], names: Callable[[K], list[str]]) -> None:
        """No sum is known yet."""
        super().__init__()
        self.weights, self.names = weights, names

    def __missing__(self, values: K) -> int:
        """Count and remember a sum that is asked for the first time."""
        if len(self) >= MOST_SUMS:
            self.clear()
        found = self[values] = total(self.weights, self.names(values))
        return found
