from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.fetching import retry_after

NOW = datetime(2023, 5, 23, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("120", timedelta(minutes=2)),
        (" 0 ", timedelta()),
        ("Tue, 23 May 2023 10:01:00 GMT", timedelta(minutes=1)),
        ("Tue, 23 May 2023 13:01:00 +0300", timedelta(minutes=1)),
        ("Tue, 23 May 2023 10:01:00 -0000", timedelta(minutes=1)),
        ("Tue, 23 May 2023 09:00:00 GMT", timedelta()),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("١٢", None),
        ("9" * 30, None),
    ],
)
def test_retry_after_is_read_as_seconds_or_a_date(header, expected):
    assert retry_after(header, now=NOW) == expected


@given(st.text())
def test_no_header_breaks_the_reading(header):
    wait = retry_after(header, now=NOW)

    assert wait is None or wait >= timedelta()
