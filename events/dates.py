"""Dates as known: EDTF text (ISO 8601-2) and the stretch of time it covers."""

import re
from calendar import timegm
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from time import struct_time

from edtf import parse_edtf

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)")
DAY = timedelta(days=1) - timedelta(microseconds=1)
YEARS = range(1, 9999)


class DateError(ValueError):
    """The text is no EDTF date; the message says what would be."""


@lru_cache(maxsize=4096)  # the parser takes 10 ms for a date, and a day's claims share a few
def bounds(text: str) -> tuple[datetime | None, datetime | None]:
    """The first and last moment that the date covers, aware UTC; None for an open end.

    "" covers nothing known: (None, None). A moment needs its zone. Raises DateError.
    """
    if not text:
        return None, None
    if MOMENT.fullmatch(text):
        moment = _moment(text)
        return moment, moment
    try:
        parsed = parse_edtf(text)
    except Exception:  # noqa: BLE001 - the parser raises its grammar's own errors
        raise DateError(
            f"“{text}” is no date I can read. Write 2023-05-22, 2023-05, 2023-05-22T14:50:00Z, "
            "2023-05-22~ (about) or 2023-05-22/2023-05-23."
        ) from None
    low, high = _aware(parsed.lower_strict()), _aware(parsed.upper_strict())
    if low and high and high < low:
        raise DateError(f"“{text}” ends before it begins.")
    return low, None if high is None else high + DAY


def edtf_of(moment: datetime) -> str:
    """An aware moment as EDTF text, in UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        raise DateError(f"“{text}” is no moment of the calendar.") from None


def _aware(value: object) -> datetime | None:
    if not isinstance(value, struct_time) or value.tm_year not in YEARS:
        return None
    return datetime.fromtimestamp(timegm(value), UTC)
