"""What speaks for and against two groups of texts telling of one event, and how much."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from math import exp, log

from sources.grouping.profiles import Profile
from sources.grouping.vectors import Vector

# A text alone is taken to be as like another of its event as texts of one event mostly are.
USUAL_LIKENESS = 0.45
MOST_LIKENESS = 0.6
TOP_NAMES = 8
NO_NAMES = 0.4
# So many figures on both sides, and none in common, is a conflict.
FIGURES_TO_CONFLICT = 3
FARTHEST = 60.0
# A logistic regression; the README beside this file says on what it was learned, and how. Of the
# pairs it was shown half are of one event; of those that a stream of news brings together most are.
MOSTLY_ONE = 2.4
BIAS = -3.87 + MOSTLY_ONE
WEIGHTS = (1.588, 4.121, 2.735, -1.748, -1.511, 2.377, -1.974, -0.766, -0.772)


@dataclass(frozen=True, slots=True)
class Text:
    """One text: its profile, and its terms as weighed when it came in."""

    profile: Profile
    vector: Vector


@dataclass(frozen=True, slots=True)
class Group:
    """Texts held to be of one event, with what a comparison needs of them.

    ``nearest`` gives for each member how like it the likest other member is.
    """

    members: tuple[int, ...]
    nearest: dict[int, float]
    names: dict[str, float]
    vocabulary: frozenset[str]
    figures: frozenset[str]
    dates: frozenset[tuple[int, int]]
    years: frozenset[str]
    lead_years: frozenset[str]
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
            # A single digit before "million" is a figure, but two texts share one by chance.
            figures=frozenset(figure for figure in one.figures if len(figure) > 1),
            dates=one.dates,
            years=one.years,
            lead_years=one.lead_years,
        )

    @property
    def likeness(self) -> float:
        """How like its members are to their nearest; a small group is taken as a usual one."""
        if len(self.members) == 1:
            return USUAL_LIKENESS
        return (sum(self.nearest.values()) + USUAL_LIKENESS) / (len(self.members) + 1)


Likeness = Callable[[int, int], float]
"""How alike two texts are, by their numbers."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found between two groups; see ``score``.

    ``best`` is the mean, over the smaller group, of the likeness to the likest text of the other;
    ``ratio`` is that as a share of the likeness within the groups. ``names`` is the share of a
    side's leading names that the other side knows, of the two sides the smaller share.
    """

    best: float
    ratio: float
    names: float
    figures_conflict: bool
    dates_conflict: bool
    same_year: bool
    years_conflict: bool
    sizes: tuple[int, int]

    @property
    def features(self) -> tuple[float, ...]:
        """The same as numbers, in the order of ``WEIGHTS``."""
        return (
            self.best,
            self.ratio,
            self.names,
            self.figures_conflict,
            self.dates_conflict,
            self.same_year,
            self.years_conflict,
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


def compare(left: Group, right: Group, likeness: Likeness) -> Evidence:
    """All that speaks for or against the two being one event."""
    fewer, more = sorted((left, right), key=lambda group: len(group.members))
    rows = [[likeness(one, other) for other in more.members] for one in fewer.members]
    best = sum(map(max, rows)) / len(rows)
    within = (fewer.likeness + more.likeness) / 2
    shared_dates = fewer.dates & more.dates
    shared_years = fewer.lead_years & more.years or more.lead_years & fewer.years
    return Evidence(
        best=best,
        ratio=best / min(MOST_LIKENESS, within),
        names=min(_known(fewer, more), _known(more, fewer)),
        figures_conflict=_conflict(fewer.figures, more.figures, FIGURES_TO_CONFLICT),
        dates_conflict=bool(fewer.dates and more.dates) and not shared_dates,
        same_year=bool(shared_years),
        years_conflict=_conflict(fewer.lead_years, more.lead_years, 1),
        sizes=(len(fewer.members), len(more.members)),
    )


def join(left: Group, right: Group, likeness: Likeness) -> Group:
    """One group of both."""
    nearest = left.nearest | right.nearest
    for one in left.members:
        for other in right.members:
            alike = likeness(one, other)
            nearest[one] = max(nearest[one], alike)
            nearest[other] = max(nearest[other], alike)
    names = dict(left.names)
    for name, weight in right.names.items():
        names[name] = names.get(name, 0.0) + weight
    return Group(
        members=left.members + right.members,
        nearest=nearest,
        names=names,
        vocabulary=left.vocabulary | right.vocabulary,
        figures=left.figures | right.figures,
        dates=left.dates | right.dates,
        years=left.years | right.years,
        lead_years=left.lead_years | right.lead_years,
    )


def _known(own: Group, other: Group) -> float:
    whole = sum(own.top_names.values())
    if not whole:
        return NO_NAMES
    return sum(w for name, w in own.top_names.items() if name in other.vocabulary) / whole


def _conflict(left: Iterable[str], right: Iterable[str], least: int) -> bool:
    first, second = set(left), set(right)
    return min(len(first), len(second)) >= least and not first & second
