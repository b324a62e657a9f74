"""When something was, as a claim has it: some days, a time of day, or both.

The answer's ``measure`` says what is timed ("began", "ended", "happened"). Its ``value`` is EDTF
text: a date ("2024-03-04", "2024-03"), a time of day ("T06" as told by the hour, "T06:40" by the
minute, with "Z", "+02:00" or "[Kyiv]" for the clock it is told by), both, or from one to another
("../T06", "T22/T02"); "~" for "about". Days that ``value`` leaves out are those of ``holds``.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from claims.comparing.times import WHENS, Days, days_of
from claims.values import Statement
from events.dates import DateError, bounds

SIDE = re.compile(
    r"(?P<date>\d{4}(?:-\d\d){0,2})?(?:T(?P<hour>\d\d)(?::(?P<minute>\d\d))?"
    r"(?P<zone>Z|[+-]\d\d:\d\d|\[[^\]]+\])?)?(?P<about>~?)"
)
OFFSET = re.compile(r"([+-])(\d\d):(\d\d)")
OPEN = ".."
HOUR, DAY = 60, 24 * 60
FARTHEST = 14 * HOUR  # no clock is further from Greenwich
BY_THE_HOUR, BY_THE_MINUTE, ABOUT = 30, 5, 30  # minutes that a time of day leaves open


@dataclass(frozen=True, slots=True)
class Clock:
    """A stretch of the day in minutes from midnight; beyond ``DAY`` it runs into the next one.

    ``zone`` is whose clock it is: "" for the place's own, as far as anybody says.
    """

    first: int
    last: int
    zone: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """Days and time of day, each with the room that its wording leaves."""

    days: Days
    clock: Clock | None

    @property
    def by_the_clock(self) -> bool:
        """Whether the time of day counts: it does not in "between Monday and Friday, at night"."""
        return self.clock is not None and self.days.first == self.days.last

    def span(self) -> tuple[int | None, int | None]:
        """First and last minute since the calendar began; None where that end is open."""
        first, last = self.days.first, self.days.last
        start = None if first is None else first.toordinal() * DAY
        end = None if last is None else last.toordinal() * DAY + DAY - 1
        if self.clock is None or not self.by_the_clock or start is None:
            return start, end
        return start + self.clock.first, start + self.clock.last


def when_of(statement: Statement) -> When | None:
    """When the statement has it; None where it tells no time, or none that can be read."""
    if statement.answer.measure not in WHENS:
        return None
    told = _told(statement.answer.value)
    if told is None:
        return None
    when = told if told.days.known else replace(told, days=days_of(statement.holds))
    return when if when.clock or when.days.known else None


def minutes_apart(left: When, right: When) -> int | None:
    """How far the two lie apart, 0 where one moment fits both; None where nobody can tell."""
    if left.days.known and right.days.known:
        return _gap(left.span(), right.span())
    if left.clock is None or right.clock is None or not (left.by_the_clock and right.by_the_clock):
        return None
    ours = (left.clock.first, left.clock.last)
    turns = [(right.clock.first + k, right.clock.last + k) for k in (-DAY, 0, DAY)]
    return min(_gap(ours, turn) for turn in turns)


def other_clocks(left: When, right: When) -> bool:
    """Whether both are told by the clock, and by clocks that nothing sets against each other."""
    zones = {when.clock.zone for when in (left, right) if when.clock and when.by_the_clock}
    return len(zones) > 1


def by_days(when: When) -> When:
    """The same without its time of day."""
    return replace(when, clock=None)


def _gap(one: tuple[int | None, int | None], other: tuple[int | None, int | None]) -> int:
    gaps = [
        later[0] - earlier[1]
        for earlier, later in ((one, other), (other, one))
        if earlier[1] is not None and later[0] is not None
    ]
    return max(0, *gaps) if gaps else 0


def _told(value: str) -> When | None:
    start, _, end = value.partition("/")
    sides = [SIDE.fullmatch("" if side == OPEN else side) for side in (start, end or start)]
    first, last = sides
    if first is None or last is None or not (_exists(first) and _exists(last)):
        return None
    try:
        days = Days(_days(first).first, _days(last).last)
    except DateError:
        return None
    return When(days, _clock(first, last))


def _exists(side: re.Match[str]) -> bool:
    """Whether a clock can show that time, somewhere on earth."""
    offset = OFFSET.fullmatch(side["zone"] or "")
    ahead = int(offset[2]) * HOUR + int(offset[3]) if offset else 0
    minutes = max(int(side["minute"] or 0), int(offset[3]) if offset else 0)
    return int(side["hour"] or 0) * HOUR < DAY and minutes < HOUR and ahead <= FARTHEST


def _days(side: re.Match[str]) -> Days:
    """The days of a date; "about" leaves as many again before and after."""
    if not side["date"]:
        return Days(None, None)
    low, high = bounds(side["date"])
    if low is None or high is None:
        return Days(None, None)
    about = bool(side["about"]) and not side["hour"]  # else it is the time that is about
    room = (high.date() - low.date() + timedelta(days=1)) * about
    return Days(_moved(low.date(), -room), _moved(high.date(), room))


def _moved(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day


def _clock(first: re.Match[str], last: re.Match[str]) -> Clock | None:
    if not (first["hour"] or last["hour"]):
        return None
    start = _minute(first) - _room(first) if first["hour"] else 0
    end = _minute(last) + _room(last) if last["hour"] else DAY
    if first["hour"] and last["hour"] and _minute(last) < _minute(first):
        end += DAY  # from ten at night to two in the morning
    return Clock(start, end, _named(first) or _named(last))


def _minute(side: re.Match[str]) -> int:
    """Minutes from midnight, by Greenwich where the offset is told."""
    offset = OFFSET.fullmatch(side["zone"] or "")
    ahead = int(f"{offset[1]}1") * (int(offset[2]) * HOUR + int(offset[3])) if offset else 0
    return int(side["hour"]) * HOUR + int(side["minute"] or 0) - ahead


def _room(side: re.Match[str]) -> int:
    told = BY_THE_MINUTE if side["minute"] else BY_THE_HOUR
    return told + (ABOUT if side["about"] else 0)


def _named(side: re.Match[str]) -> str:
    zone = side["zone"] or ""
    return "Z" if OFFSET.fullmatch(zone) else zone
