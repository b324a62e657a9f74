"""What two texts have in common, besides a group that they may be in."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from sources.grouping.profiles import Profile

# So many figures on both sides, and none in common, is a conflict.
FIGURES_TO_CONFLICT = 2
# A figure of two digits is shared by chance more often than a longer one.
SHORT = 2
SHORT_FIGURE = 0.5
ENOUGH_FIGURES = 3


class Pair(NamedTuple):
    """Two texts side by side.

    ``likeness`` is of their words, ``figures`` how many they share, up to enough: each 0 to 1.
    ``figures_apart``, ``same_year`` and ``years_apart`` are 0 or 1.
    """

    likeness: float
    figures: float
    figures_apart: float
    same_year: float
    years_apart: float


Pairs = Callable[[int, int], Pair]
"""Two texts side by side, by their numbers."""


def side_by_side(left: Profile, right: Profile, likeness: float) -> Pair:
    """What the profiles of two texts have in common, and how alike their words are."""
    shared = telling(left.figures & right.figures)
    weights = (SHORT_FIGURE if len(figure) <= SHORT else 1.0 for figure in shared)
    fewer = min(len(telling(left.figures)), len(telling(right.figures)))
    years = left.lead_years & right.years or right.lead_years & left.years
    return Pair(
        likeness,
        min(sum(weights), ENOUGH_FIGURES) / ENOUGH_FIGURES,
        float(fewer >= FIGURES_TO_CONFLICT and not shared),
        float(bool(years)),
        float(bool(left.lead_years and right.lead_years) and not years),
    )


def telling(figures: Iterable[str]) -> frozenset[str]:
    """A single digit before "million" is a figure, but two texts share one by chance."""
    return frozenset(figure for figure in figures if len(figure) > 1)
