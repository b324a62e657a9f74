"""A file from outside as a plain table of text, or a refusal in words.

The kind is told by the bytes, not by the name: XLSX, else text with commas, semicolons, tabs or
bars between its cells.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from claims.permissions import DecisionError
from sources.charsets import UNWANTED, clean_text, decode, is_wide

MAX_BYTES = 2 * 1024 * 1024
MAX_ROWS = 500  # logged one by one in one request, each in some twenty queries
MAX_COLUMNS = 60
MAX_CELL = 10_000  # letters
MAX_LETTERS = 2_000_000  # in all cells together: a small file may unpack to a large table
DELIMITERS = ",;\t|"
SEPARATOR = re.compile(r"sep=([,;\t|])\r?\n", re.IGNORECASE)  # Excel's own first line
ZIP, OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
REPLACED = "\N{REPLACEMENT CHARACTER}"


class TableError(DecisionError):
    """The file is no table that can be imported; the text says what would be."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as a spreadsheet counts, and as many cells as there are headers."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The headers and the rows that are not blank."""

    headers: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(content: bytes) -> Table:
    """The table that the bytes of a CSV, TSV or XLSX file hold. Raises TableError."""
    if not content.strip():
        raise TableError("The file is empty.")
    if len(content) > MAX_BYTES:
        raise TableError(f"The file is larger than {MAX_BYTES // 1024 // 1024} MiB; split it.")
    if content.startswith(OLD_EXCEL):
        raise TableError("This is an old Excel file (.xls). Save it as .xlsx or as CSV.")
    if content.startswith(ZIP):
        from claims_tracker.desk.importing.xlsx import read_sheet  # noqa: PLC0415 - it raises this module's error

        return table_of(read_sheet(content))
    return table_of(enumerate(_records(_text_of(content)), start=1))


def table_of(records: Iterable[tuple[int, Sequence[str]]]) -> Table:
    """The numbered records as a table: the first that is not blank names the columns."""
    filled = ((number, cells) for number, cells in records if any(map(str.strip, cells)))
    _, first = next(filled, (0, ()))
    headers = _headers(first)
    rows = []
    for number, cells in islice(filled, MAX_ROWS + 1):
        if any(cell.strip() for cell in cells[len(headers) :]):
            raise TableError(f"Row {number} has more cells than there are columns with a name.")
        cut = [*cells[: len(headers)], *[""] * (len(headers) - len(cells))]
        rows.append(Row(number, tuple(cell.strip() for cell in cut)))
    if not rows:
        raise TableError("The file has no row below the names of its columns.")
    if len(rows) > MAX_ROWS:
        raise TableError(f"The file has more than {MAX_ROWS} rows; split it.")
    _bounded(headers, rows)
    return Table(headers, tuple(rows))


def _headers(cells: Sequence[str]) -> tuple[str, ...]:
    names = [" ".join(cell.split()) for cell in cells]
    while names and not names[-1]:
        names.pop()
    if len(names) > MAX_COLUMNS:
        raise TableError(f"The table has more than {MAX_COLUMNS} columns.")
    return tuple(name or f"Column {number}" for number, name in enumerate(names, start=1))


def _bounded(headers: Sequence[str], rows: Sequence[Row]) -> None:
    letters = 0
    for row in rows:
        for header, cell in zip(headers, row.cells, strict=True):
            letters += len(cell)
            if len(cell) > MAX_CELL:
                raise TableError(
                    f"Row {row.number}, “{header}”: the cell has more than {MAX_CELL} letters."
                )
    if letters > MAX_LETTERS or any(len(header) > MAX_CELL for header in headers):
        raise TableError("The table holds too much text; split it.")


def _text_of(content: bytes) -> str:
    unwanted = len(UNWANTED.findall(content.decode("latin-1")))
    if not is_wide(content) and unwanted * 100 > len(content):
        raise TableError("This is no table. CSV, TSV and XLSX files can be imported.")
    text = decode(content)
    if text.count(REPLACED) * 100 > len(text):
        raise TableError("The letters of this file cannot be read. Save it as CSV in UTF-8.")
    return text


def _records(text: str) -> Iterator[list[str]]:
    told = SEPARATOR.match(text)
    body = text[told.end() :] if told else text
    if told:
        yield []  # the line counts, so that rows are numbered as in the file
    delimiter = told[1] if told else _delimiter(body)
    try:
        yield from csv.reader(body.splitlines(keepends=True), delimiter=delimiter)
    except csv.Error as error:
        raise TableError(f"The file is no table that can be read: {error}.") from None


def _delimiter(text: str) -> str:
    """The sign that parts the first line that is not blank into most cells."""
    line = next((line for line in text.splitlines() if line.strip()), "")[:MAX_CELL]
    try:
        return max(DELIMITERS, key=lambda sign: len(next(csv.reader([line], delimiter=sign))))
    except csv.Error as error:
        raise TableError(f"The file is no table that can be read: {error}.") from None


def clean_cell(text: str) -> str:
    """A cell as text that the database can hold."""
    return clean_text(text)
