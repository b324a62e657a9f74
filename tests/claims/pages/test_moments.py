from datetime import UTC, date, datetime

import pytest

from claims.pages.moments import Moment, exactly, moment
from claims.templatetags.ledger import when
from events.dates import bounds

MOSCOW, YORK = "Europe/Moscow", "America/New_York"


def shown(text, zone="UTC"):
    return moment(text, *bounds(text), zone)


@pytest.mark.parametrize(
    ("text", "words", "machine"),
    [
        ("2023-05-22T14:50:00Z", "22 May 2023, 14:50 UTC", "2023-05-22T14:50:00Z"),
        ("2023-05-22T17:50:00+03:00", "22 May 2023, 14:50 UTC", "2023-05-22T14:50:00Z"),
        ("2023-05-22", "22 May 2023", "2023-05-22"),
        ("2023-05", "May 2023", "2023-05"),
        ("2023", "2023", "2023"),
        ("2023-05-22~", "about 22 May 2023", ""),
        ("2023-05-22?", "possibly 22 May 2023", ""),
        ("2023-05-22/2023-05-23", "22 to 23 May 2023", ""),
        ("2023-04-30/2023-05-02", "30 April to 2 May 2023", ""),
        ("2022-12-31/2023-01-01", "31 December 2022 to 1 January 2023", ""),
        ("../2023-05-22", "by 22 May 2023", ""),
        ("2023-05-22/..", "from 22 May 2023", ""),
    ],
)
def test_dates_are_told_as_precisely_as_they_are_known(text, words, machine):
    told = shown(text)

    assert (told.words, told.machine) == (words, machine)


def test_nothing_stated_is_no_moment():
    assert moment("", None, None) is None
    assert when(None) == "date not stated"


def test_local_time_stands_beside_utc_and_names_its_day_where_that_differs():
    told = shown("2023-05-22T21:50:00Z", MOSCOW)

    assert (told.clock, told.local, told.day) == ("21:50", "00:50", date(2023, 5, 23))
    assert (told.utc_day, told.local_day) == ("22 May", "23 May")
    assert when(told) == (
        '<time datetime="2023-05-22T21:50:00Z">22 May 2023, 21:50 UTC</time> '
        '<span class="local">(00:50 local, 23 May)</span>'
    )


@pytest.mark.parametrize("zone", ["UTC", "No/Such", "", "../etc/passwd"])
def test_without_another_zone_utc_stands_alone(zone):
    assert shown("2023-05-22T21:50:00Z", zone).local == ""


@pytest.mark.parametrize(
    ("text", "zone", "day", "spans"),
    [
        ("2023-05-22T21:50:00Z", MOSCOW, date(2023, 5, 23), False),
        ("2023-05-22T02:00:00Z", YORK, date(2023, 5, 21), False),
        ("2023-05-22", YORK, date(2023, 5, 22), False),
        ("../2023-05-22", MOSCOW, date(2023, 5, 22), False),
        ("2023-05", MOSCOW, date(2023, 5, 1), True),
        ("2023-05-22/2023-05-23", MOSCOW, date(2023, 5, 22), True),
    ],
)
def test_each_date_has_a_day_to_stand_under(text, zone, day, spans):
    told = shown(text, zone)

    assert (told.day, told.spans) == (day, spans)


def test_words_from_outside_are_escaped():
    assert when(Moment(words="<b>")) == "&lt;b&gt;"


def test_an_aware_moment_of_any_zone_is_told_in_utc():
    assert exactly(datetime(2023, 5, 22, 12, tzinfo=UTC)).words == "22 May 2023, 12:00 UTC"
