"""In which order open contradictions are worth an editor's minute."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import log2

from claims.choices import Severity

BEGAN = datetime(2020, 1, 1, tzinfo=UTC)  # any moment: only differences between ranks count
DAY_S = 86_400
HARD = 3.0
CERTAIN = 4.0
CONTESTED_MOST = 4.0
LEVELS = ((6.0, "high"), (3.0, "middle"))


@dataclass(frozen=True, slots=True)
class Standing:
    """What the rank of a group of pairs is made of.

    ``claimants`` and ``origins`` are those behind either side of its open pairs, ``pairs`` how
    many these are, ``fresh_at`` when the latest of them came before an editor.
    """

    severity: str
    score: float
    claimants: int
    origins: int
    pairs: int
    fresh_at: datetime

    @property
    def points(self) -> float:
        """What it is worth, age apart; see ``rank``."""
        hard = HARD if self.severity == Severity.CONTRADICTION else 0.0
        # The plainest case, two claimants in two reports and one pair of them, adds nothing.
        extra = max(0, self.claimants - 2) + max(0, self.origins - 2) + max(0, self.pairs - 1)
        return hard + CERTAIN * self.score + min(CONTESTED_MOST, log2(1 + extra))


def rank(standing: Standing) -> float:
    """A place in the queue, higher first: the days from 2020 to when it came, and its points.

    A point is a day of youth. 3 points go to a contradiction and none to a tension; up to 4 to
    certainty (4 times the score); up to 4 to how contested it is, one for each doubling of what
    hangs on it beyond the plainest case: claimants and origins past the second, pairs past the
    first. So a certain contradiction stays ahead of an uncertain tension that came within the
    week after it, and of one as good that came an hour before. All age alike, therefore the order
    never changes by itself and a stored rank stays right.
    """
    return (standing.fresh_at - BEGAN).total_seconds() / DAY_S + standing.points


def level(rank: float, now: datetime) -> str:
    """What is left of the points, a day of age taking one, as "high", "middle" or "low"."""
    left = rank - (now - BEGAN).total_seconds() / DAY_S
    return next((word for least, word in LEVELS if left >= least), "low")


def in_words(standing: Standing, *, rank: float, now: datetime) -> str:
    """For people: "ranked high: contradiction, score 0.95, 4 claimants, 3 origins, 2 hours old"."""
    parts = [
        Severity(standing.severity).label.lower(),
        f"score {standing.score:.2f}",
        _many(standing.claimants, "claimant"),
        _many(standing.origins, "origin"),
        _age(now - standing.fresh_at),
    ]
    return f"ranked {level(rank, now)}: {', '.join(part for part in parts if part)}"


def _many(number: int, word: str) -> str:
    return "" if not number else f"{number:,} {word}{'' if number == 1 else 's'}"


def _age(passed: timedelta) -> str:
    seconds = max(0.0, passed.total_seconds())
    for size, word in ((DAY_S, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= size:
            return f"{_many(int(seconds // size), word)} old"
    return "just come"
