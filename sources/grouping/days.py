"""Days that texts name: how they are written in numbers, and how far apart they lie."""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

# Reports of one event name its days, and those before and after it.
NEAR = 4
FAR = 20
# Days far apart in a year may belong to one that began long ago, or be told of by the way.
OF_ANY_YEAR = 0.6
YEAR_OF_DAYS = 366
LEAP = 2000
# "2031-05-16", "16.05.2031", "05 / 16 / 2031".
IN_NUMBERS = re.compile(
    r"(?<![\d.,/-])(\d{4}|\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{1,2})(?![\d/-])"
)
YEAR_DIGITS = 4
MONTHS = re.findall(
    r"\S+",
    "january february march april may june july august september october november december",
)


@dataclass(frozen=True, slots=True)
class Days:
    """Days as ascending numbers: those named with their year, and all as days of any year."""

    dated: tuple[int, ...] = ()
    of_year: tuple[int, ...] = ()

    @classmethod
    def of(cls, dated: Iterable[date], undated: Iterable[tuple[int, int]]) -> "Days":
        """From dates, and from (month, day) where no year is named."""
        known = set(dated)
        all_days = {(day.month, day.day) for day in known} | set(undated)
        of_year = [day for one in all_days if (day := valid(LEAP, *one))]
        return cls(
            tuple(sorted(day.toordinal() for day in known)),
            tuple(sorted(day.timetuple().tm_yday for day in of_year)),
        )

    def __or__(self, other: "Days") -> "Days":
        """The days of both."""
        return Days(
            tuple(sorted({*self.dated, *other.dated})),
            tuple(sorted({*self.of_year, *other.of_year})),
        )

    def nearness(self, other: "Days") -> tuple[float, float]:
        """How surely some of the two are of the same days, and how surely none: each 0 to 1.

        Days without a year never speak for one event: votes and feasts come again on the same day.
        """
        if self.dated and other.dated:
            gap = _gap(self.dated, other.dated)
            return float(gap <= NEAR), float(gap > FAR)
        if self.of_year and other.of_year:
            last, first = other.of_year[-1] - YEAR_OF_DAYS, other.of_year[0] + YEAR_OF_DAYS
            gap = _gap(self.of_year, (last, *other.of_year, first))
            return 0.0, OF_ANY_YEAR * (gap > FAR)
        return 0.0, 0.0


def in_words(text: str) -> str:
    """The text with dates in numbers written out; both readings of one like 5/3/2031."""
    return IN_NUMBERS.sub(_written, text)


def valid(year: int, month: int, day: int) -> date | None:
    """The date, if there is such a day."""
    with suppress(ValueError):
        return date(year, month, day)
    return None


def _written(found: re.Match[str]) -> str:
    first, _, middle, last = found.groups()
    if (len(first) == YEAR_DIGITS) == (len(last) == YEAR_DIGITS):
        return found[0]
    if len(first) == YEAR_DIGITS:
        readings = [(first, middle, last)]
    else:
        readings = [(last, middle, first), (last, first, middle)]
    days = [valid(*map(int, reading)) for reading in readings]
    written = {
        f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}": None for day in days if day
    }
    return ", ".join(written) or found[0]


def _gap(left: Sequence[int], right: Sequence[int]) -> int:
    """The least distance of two numbers of two ascending rows, or the first that is near."""
    least = abs(left[0] - right[0])
    at = beside = 0
    while least > NEAR and at < len(left) and beside < len(right):
        one, other = left[at], right[beside]
        least = min(least, abs(one - other))
        at, beside = (at + 1, beside) if one < other else (at, beside + 1)
    return least
