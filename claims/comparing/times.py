"""Whether two statements speak of the same time, by whole days in UTC.

A statement holds at ``holds`` where that is known, else when it was said: a figure is a figure
"as of" its saying. Reports carry days more often than hours, so days are compared.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from claims.values import Period, Statement

# What a claim that tells a time is about (``Answer.measure``); its ``holds`` is that time itself.
WHENS = frozenset({"began", "ended", "happened"})


class Timing(Enum):
    """How far a clash depends on time."""

    TIMELESS = "the act lies in the past and does not change"
    RUNNING = "a total that only grows"
    STATE = "a state that can change from day to day"
    REPLY = "a denial answers what was said before it"


class Relation(Enum):
    """How the days of two statements lie to one another."""

    TOGETHER = "together"
    APART = "apart"
    ONE_UNDATED = "one undated"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day, None where nothing is known of that end."""

    first: date | None
    last: date | None

    @property
    def known(self) -> bool:
        """Whether the days say anything at all."""
        return self.first is not None or self.last is not None

    def before(self, other: "Days") -> bool:
        """Whether every day of this lies before every day of the other."""
        return self.last is not None and other.first is not None and self.last < other.first


def days(statement: Statement) -> Days:
    """The days a statement speaks of; of one that tells a time, the days on which it did."""
    tells_time = statement.answer.measure in WHENS
    return days_of(statement.said if tells_time else statement.holds or statement.said)


def days_of(period: Period | None) -> Days:
    """The days that a period covers."""
    if period is None:
        return Days(None, None)
    first = period.start.date() if period.start else None
    last = period.end.date() if period.end else None
    return Days(first, last)


def relation(left: Statement, right: Statement, *, running: bool = False) -> Relation:
    """How the two lie in time.

    Of a ``running`` total the day counts on which it was told, where only one side says of which
    day it is: "three died on Monday", said on Friday, is of Friday as much as "nine have died".
    """
    a, b = days(left), days(right)
    if running and (left.holds is None) != (right.holds is None) and left.said and right.said:
        a, b = days_of(left.said), days_of(right.said)
    if not a.known and not b.known:
        return Relation.UNDATED
    if not (a.known and b.known):
        return Relation.ONE_UNDATED
    return Relation.APART if a.before(b) or b.before(a) else Relation.TOGETHER


def said_before(left: Statement, right: Statement) -> bool:
    """Whether the left was surely said, or held, before the right."""
    if days(left).before(days(right)):
        return True
    if left.said is None or right.said is None:
        return False
    end, start = left.said.end, right.said.start
    return end is not None and start is not None and end < start


def in_words(statement: Statement) -> str:
    """The days as a reader reads them; "an unknown day" when none is known."""
    span = days(statement)
    shown = [f"{day.day} {day:%B %Y}" for day in (span.first, span.last) if day]
    if not shown:
        return "an unknown day"
    return shown[0] if shown[0] == shown[-1] else f"{shown[0]} to {shown[-1]}"
