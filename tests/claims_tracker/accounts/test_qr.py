"""The picture of a second factor's key."""

import re

import segno

from claims_tracker.accounts import qr

ADDRESS = "otpauth://totp/Claims%20Tracker:olena?secret=ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def test_the_picture_is_dark_exactly_where_the_code_is():
    side, path = qr.drawn(ADDRESS)
    code = segno.make_qr(ADDRESS, error="m")

    drawn = {
        (int(row) - qr.QUIET, int(column) - qr.QUIET + step)
        for column, row, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", path)
        for step in range(int(length))
    }
    dark = {(y, x) for y, row in enumerate(code.matrix) for x, bit in enumerate(row) if bit}
    assert drawn == dark
    assert side == code.symbol_size(border=qr.QUIET)[0]
