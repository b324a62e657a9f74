"""What speaks for and against two groups of texts telling of one event, and how much."""

from dataclasses import dataclass, field
from math import exp, log

from sources.grouping.days import Days
from sources.grouping.pairs import Pair, Pairs, side_by_side, telling
from sources.grouping.profiles import Profile
from sources.grouping.vectors import Vector

# A text alone is taken to be as like another of its event as texts of one event mostly are.
USUAL_LIKENESS = 0.45
MOST_LIKENESS = 0.6
TOP_NAMES = 8
NO_NAMES = 0.4
# Two texts of one event usually share so many figures, of those that are enough.
USUAL_FIGURES = 0.2
LEAST_FIGURES = 0.1
MOST_FIGURES = 1.5
FARTHEST = 60.0
# A logistic regression; the README beside this file says on what it was learned, and how. Of the
# pairs it was shown half are of one event; of those that a stream of news brings together most are.
MOSTLY_ONE = 2.4
BIAS = -4.366 + MOSTLY_ONE
WEIGHTS = (1.814, 4.006, 2.284, -2.307, 0.895, 2.12, -0.799, 2.064, -1.462, -0.622, -0.632)


@dataclass(frozen=True, slots=True)
class Text:
    """One text: its profile, and its terms as weighed when it came in."""

    profile: Profile
    vector: Vector

    def beside(self, other: "Text") -> Pair:
        """What the two have in common."""
        return side_by_side(self.profile, other.profile, self.vector.likeness(other.vector))


@dataclass(frozen=True, slots=True)
class Group:
    """Texts held to be of one event, with what a comparison needs of them.

    ``nearest`` gives for each member how like it the likest other member is; ``shared_figures`` is
    the sum over all its pairs.
    """

    members: tuple[int, ...]
    nearest: dict[int, float]
    names: dict[str, float]
    vocabulary: frozenset[str]
    figures: frozenset[str]
    shared_figures: float
    days: Days
    top_names: dict[str, float] = field(init=False)

    def __post_init__(self) -> None:
        top = sorted(self.names, key=lambda name: (-self.names[name], name))[:TOP_NAMES]
        object.__setattr__(self, "top_names", {name: self.names[name] for name in top})

    @classmethod
    def of(cls, number: int, text: Text) -> "Group":
        """A group of one text."""
        one = text.profile
        return cls(
            members=(number,),
            nearest={number: 0.0},
            names=dict(text.vector.names),
            vocabulary=frozenset(one.words),
            figures=telling(one.figures),
            shared_figures=0.0,
            days=one.days,
        )

    @property
    def likeness(self) -> float:
        """How like its members are to their nearest; a small group is taken as a usual one."""
        if len(self.members) == 1:
            return USUAL_LIKENESS
        return (sum(self.nearest.values()) + USUAL_LIKENESS) / (len(self.members) + 1)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found between two groups; see ``score``.

    ``best`` is the mean, over the smaller group, of the likeness to the likest text of the other;
    ``ratio`` is that as a share of the likeness within the groups. ``names`` is the share of a
    side's leading names that the other side knows, of the two sides the smaller share. What is
    said of figures and years is a mean over all pairs of a text from either side: many texts seldom
    have nothing at all in common. ``figures_ratio`` is what they share as a part of what texts
    within the groups share. Of the days the nearest count; see ``Days.nearness``.
    """

    best: float
    ratio: float
    names: float
    figures_apart: float
    figures_ratio: float
    same_days: float
    days_apart: float
    same_year: float
    years_apart: float
    sizes: tuple[int, int]

    @property
    def features(self) -> tuple[float, ...]:
        """The same as numbers, in the order of ``WEIGHTS``."""
        return (
            self.best,
            self.ratio,
            self.names,
            self.figures_apart,
            self.figures_ratio,
            self.same_days,
            self.days_apart,
            self.same_year,
            self.years_apart,
            *(log(size) for size in self.sizes),
        )

    @property
    def score(self) -> float:
        """The log-odds of one event, learned as the README tells; above 0 the two are joined."""
        return BIAS + sum(w * found for w, found in zip(WEIGHTS, self.features, strict=True))

    @property
    def probability(self) -> float:
        """How likely one event, from 0 to 1, where as many pairs are of one event as are not."""
        odds = max(-FARTHEST, min(FARTHEST, self.score - MOSTLY_ONE))
        return 1 / (1 + exp(-odds))


def compare(left: Group, right: Group, pairs: Pairs) -> Evidence:
    """All that speaks for or against the two being one event."""
    fewer, more = sorted((left, right), key=lambda group: len(group.members))
    rows = [[pairs(one, other) for other in more.members] for one in fewer.members]
    best = sum(max(pair.likeness for pair in row) for row in rows) / len(rows)
    within = (fewer.likeness + more.likeness) / 2
    across = Pair(
        *(sum(column) for column in zip(*(pair for row in rows for pair in row), strict=True))
    )
    number = len(fewer.members) * len(more.members)
    same_days, days_apart = fewer.days.nearness(more.days)
    return Evidence(
        best=best,
        ratio=best / min(MOST_LIKENESS, within),
        names=min(_known(fewer, more), _known(more, fewer)),
        figures_apart=across.figures_apart / number,
        figures_ratio=_figures_ratio(across.figures, fewer, more),
        same_days=same_days,
        days_apart=days_apart,
        same_year=across.same_year / number,
        years_apart=across.years_apart / number,
        sizes=(len(fewer.members), len(more.members)),
    )


def join(left: Group, right: Group, pairs: Pairs) -> Group:
    """One group of both."""
    nearest = left.nearest | right.nearest
    shared_figures = left.shared_figures + right.shared_figures
    for one in left.members:
        for other in right.members:
            pair = pairs(one, other)
            nearest[one] = max(nearest[one], pair.likeness)
            nearest[other] = max(nearest[other], pair.likeness)
            shared_figures += pair.figures
    names = dict(left.names)
    for name, weight in right.names.items():
        names[name] = names.get(name, 0.0) + weight
    return Group(
        members=left.members + right.members,
        nearest=nearest,
        names=names,
        vocabulary=left.vocabulary | right.vocabulary,
        figures=left.figures | right.figures,
        shared_figures=shared_figures,
        days=left.days | right.days,
    )


def _figures_ratio(shared: float, left: Group, right: Group) -> float:
    """Few pairs say little, on either side, so to each side one usual pair is added."""
    across = len(left.members) * len(right.members)
    within = sum(_inner_pairs(group) for group in (left, right))
    found = (shared + USUAL_FIGURES) / (across + 1)
    usual = (left.shared_figures + right.shared_figures + 2 * USUAL_FIGURES) / (within + 2)
    return min(MOST_FIGURES, found / max(LEAST_FIGURES, usual))


def _inner_pairs(group: Group) -> int:
    return len(group.members) * (len(group.members) - 1) // 2


def _known(own: Group, other: Group) -> float:
    whole = sum(own.top_names.values())
    if not whole:
        return NO_NAMES
    return sum(w for name, w in own.top_names.items() if name in other.vocabulary) / whole
