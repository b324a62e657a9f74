"""The picture of a second factor's address is one that a camera reads."""

import hashlib

import pytest

from claims_tracker.accounts import qr

TEXT = "otpauth://totp/Ledger:edda?secret=" + "abcdefghij" * 30
CORNER = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]


def told(rows):
    return ["".join("01"[dark] for dark in row) for row in rows]


@pytest.mark.parametrize(
    ("length", "side", "digest"),
    # Drawn here, then read back by a reader of another house (zxing) to the same text.
    [(20, 25, "4fd253c47f041b21"), (140, 49, "659cd6c40ae6c010"), (210, 57, "ddee8a32d798a550")],
)
def test_it_is_drawn_as_a_reader_of_another_house_reads_it(length, side, digest):
    rows = told(qr.modules(TEXT[:length]))

    assert (len(rows), {len(row) for row in rows}) == (side, {side})
    assert [row[:7] for row in rows[:7]] == [row[-7:] for row in rows[:7]] == CORNER
    assert [row[:7] for row in rows[-7:]] == CORNER
    assert hashlib.sha256("".join(rows).encode()).hexdigest().startswith(digest)


@pytest.mark.parametrize("version", qr.BLOCKS)
def test_each_size_holds_as_much_as_it_says(version):
    full = qr._room(version)

    assert len(qr.modules("x" * full)) == 17 + 4 * version
    if version < max(qr.BLOCKS):
        assert len(qr.modules("x" * (full + 1))) == 21 + 4 * version


def test_what_does_not_fit_is_refused():
    with pytest.raises(qr.TooLongError):
        qr.modules("x" * 214)


def test_the_path_draws_the_dark_modules_and_leaves_white_around():
    side, path = qr.drawn("hello")

    assert side == 21 + 8
    assert path.startswith("M4 4h7v1h-7z")
    dark = sum(int(step.split("h")[1].split("v")[0]) for step in path.split("M")[1:])
    assert dark == sum(map(sum, qr.modules("hello")))
