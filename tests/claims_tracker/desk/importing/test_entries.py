"""Cells of imported rows: numbers and dates as people write them, mistakes in words."""

import pytest

from claims.values import Count
from claims_tracker.desk.importing.entries import CellError, count_of, date_of, entry
from claims_tracker.desk.importing.tables import Row


@pytest.mark.parametrize(
    ("cell", "low", "high", "marks"),
    [
        ("70", 70, 70, {}),
        ("1,200", 1200, 1200, {}),
        ("1 200", 1200, 1200, {}),
        ("2023", 2023, 2023, {}),
        ("50-60", 50, 60, {}),
        ("50 – 60", 50, 60, {}),
        ("13+", 13, None, {}),
        ("≥ 13", 13, None, {}),
        (">70", 70, None, {"low_exclusive": True}),
        ("<70", 0, 70, {"high_exclusive": True}),
        ("~70", 70, 70, {"approximate": True}),
        ("more than 70", 70, None, {"low_exclusive": True}),
        ("at least 13", 13, None, {}),
    ],
)
def test_a_number_is_read_as_it_is_written(cell, low, high, marks):
    found = count_of(cell)
    wanted = Count(low, high, **marks)
    for name in ("low", "high", "low_exclusive", "high_exclusive", "approximate"):
        assert getattr(found, name) == getattr(wanted, name), name


@pytest.mark.parametrize("cell", ["lots", "12 dead and 30 hurt", "9" * 40, "-5"])
def test_what_is_no_single_number_is_refused(cell):
    with pytest.raises(CellError, match=r"no number that can be read|too large"):
        count_of(cell)


def test_dates_are_edtf_or_day_first_with_dots():
    for cell, text in (
        ("2023-05-22", "2023-05-22"),
        ("22.5.2023", "2023-05-22"),
        ("2023-05", "2023-05"),
        ("2023-05-22T14:50:00Z", "2023-05-22T14:50:00Z"),
    ):
        assert date_of(cell) == text
    for cell, words in (
        ("05/22/2023", "no date I can read"),
        ("31.02.2023", "no date I can read"),
        ("2023-05-22 14:50", "needs its time zone: write 2023-05-22T14:50Z"),
        ("x" * 200, "too long"),
    ):
        with pytest.raises(CellError, match=words):
            date_of(cell)


def test_a_row_says_everything_that_is_wrong_with_it_at_once():
    fields = ["statement", "stance", "count", "made_at", "quote"]
    names = {"stance": "Position", "count": "How many", "made_at": "Day"}

    read = entry(Row(7, ("It fell", "shouts", "=1+1", "soon", "It fell")), fields, names)

    assert [error.split(":")[0] for error in read.errors] == [
        "“Position”", "“How many”", "“Day”",
        "The exact words need the address of the source in which they stand.",
    ]  # fmt: skip
    assert "“shouts” is none of: asserts, denies" in read.errors[0]
    assert "it holds a formula" in read.errors[1]
    assert entry(Row(8, ("", "denies", "", "", "")), fields, names).errors == (
        "The row says nothing: what is claimed is missing.",
    )
