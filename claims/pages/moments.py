"""Dates as known, in words: "22 May 2023, 14:50 UTC", "about May 2023", "by 23 May 2023".

Times stand in UTC and in the event's own zone, never in the reader's: everybody reads the same.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from django.utils.formats import date_format

LAST_MONTH = 12


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as known, in words.

    ``machine`` is the value of HTML's ``<time datetime>``, "" where the language has none (a
    range, an open end). ``clock`` is the time of day in UTC, ``local`` in the event's zone; both
    are "" where no time of day is known, ``local`` also where that zone is UTC. ``day`` is the
    heading it stands under: the event's own day for a moment, else the stated day, of a longer time
    the first ("by 23 May" stands at its end); ``spans`` says that it is longer than that day.
    ``utc_day`` and ``local_day`` name the two days where they differ, else "".
    """

    words: str
    machine: str = ""
    clock: str = ""
    local: str = ""
    day: date | None = None
    spans: bool = False
    utc_day: str = ""
    local_day: str = ""


def zone_of(name: str) -> tzinfo:
    """The zone of that name; UTC where there is none."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # "not found" is a KeyError of zoneinfo's own
        return UTC


def moment(
    text: str, low: datetime | None, high: datetime | None, zone: str = "UTC"
) -> Moment | None:
    """The EDTF ``text`` and the bounds it covers, in words; None when nothing is stated."""
    if low is None and high is None:
        return Moment(words=text) if text else None
    if low is None or high is None:
        return _open(low, high)
    if low == high:
        return exactly(low, zone)
    about = "about " if any(sign in text for sign in "~%") else ""
    about = "possibly " if not about and "?" in text else about
    machine = "" if about or "/" in text else _machine(low, high)
    return Moment(
        words=about + stretch(low.date(), high.date()),
        machine=machine,
        day=low.date(),
        spans=high - low >= timedelta(days=1),
    )


def exactly(at: datetime, zone: str = "UTC") -> Moment:
    """An aware moment, in UTC and in the zone."""
    at = at.astimezone(UTC)
    local = at.astimezone(zone_of(zone))
    clock = date_format(at, "H:i")
    differ = local.date() != at.date()
    return Moment(
        words=f"{date_format(at, 'j F Y')}, {clock} UTC",
        machine=at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        clock=clock,
        local=date_format(local, "H:i") if local.utcoffset() else "",
        day=local.date(),
        utc_day=date_format(at, "j F") if differ else "",
        local_day=date_format(local, "j F") if differ else "",
    )


def stretch(first: date, last: date) -> str:
    """Whole days from the first to the last: "22 to 23 May 2023", "May 2023", "2023"."""
    if first == last:
        return date_format(first, "j F Y")
    if _starts_month(first) and _ends_month(last) and first.year == last.year:
        if first.month == last.month:
            return date_format(first, "F Y")
        if (first.month, last.month) == (1, LAST_MONTH):
            return str(first.year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {date_format(last, 'j F Y')}"
    if first.year == last.year:
        return f"{date_format(first, 'j F')} to {date_format(last, 'j F Y')}"
    return f"{date_format(first, 'j F Y')} to {date_format(last, 'j F Y')}"


def _open(low: datetime | None, high: datetime | None) -> Moment:
    if low is not None:
        return Moment(words=f"from {date_format(low.date(), 'j F Y')}", day=low.date(), spans=True)
    assert high is not None  # one of the two is known
    return Moment(words=f"by {date_format(high.date(), 'j F Y')}", day=high.date())


def _machine(low: datetime, high: datetime) -> str:
    first, last = low.date(), high.date()
    if first == last:
        return first.isoformat()
    if _starts_month(first) and _ends_month(last) and first.year == last.year:
        if first.month == last.month:
            return f"{first:%Y-%m}"
        if (first.month, last.month) == (1, LAST_MONTH):
            return f"{first:%Y}"
    return ""


def _starts_month(day: date) -> bool:
    return day.day == 1


def _ends_month(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]
