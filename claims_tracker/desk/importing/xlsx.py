"""The first sheet of an XLSX workbook as text (ECMA-376, part 1, chapter 18).

Read here, in a few bounded steps, as what is uploaded may be made to do harm: nothing is unpacked
that is too large, no entity is expanded, no formula is computed, and no more than text comes out.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any, NamedTuple
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from claims_tracker.desk.importing.tables import MAX_COLUMNS, MAX_ROWS, TableError, clean_cell

MAX_PARTS = 2_000
MAX_UNPACKED = 24 * 1024 * 1024
# Each costs some two hundred bytes of memory, but four in the file: "<c/>" six million times is
# 24 KB to send and a gigabyte to read.
MAX_ELEMENTS = 500_000
MAX_SEEN_ROWS = 50_000  # most of them blank, but formatted
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
TOO_LARGE = "The workbook is too large when unpacked; save its one sheet as CSV."
BROKEN = "This is no XLSX workbook that can be read. Save it again, or as CSV."
PLACE = re.compile(r"([A-Z]{1,3})[0-9]{1,7}")
# Chapter 18.8.30: the built-in formats that show a number as a date.
DATE_FORMATS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
DATE_LETTERS = re.compile(r"[dmyhs]", re.IGNORECASE)
NO_LETTERS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
# Both begin a day early, as 1900 is taken for a leap year there.
EPOCH, EPOCH_1904 = datetime(1899, 12, 30, tzinfo=UTC), datetime(1904, 1, 1, tzinfo=UTC)
LAST_DAY = 2_958_465  # 31 December 9999


class Book(NamedTuple):
    """What the cells of a sheet refer to."""

    shared: list[str]
    dates: list[bool]
    epoch: datetime


def read_sheet(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """The rows of the first sheet with their numbers; a formula as its text, with its "="."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            _is_small(parts)
            name, epoch = _first_sheet(parts)
            book = Book(_shared(parts), _date_styles(parts), epoch)
            yield from _rows(parts, name, book)
    except TableError:
        raise
    except DefusedXmlException:
        raise TableError("The workbook declares entities, which no spreadsheet needs.") from None
    except (ParseError, zipfile.BadZipFile, KeyError, ValueError, RuntimeError, OSError,
            NotImplementedError, IndexError, EOFError, zlib.error):  # fmt: skip
        raise TableError(BROKEN) from None


def _is_small(parts: zipfile.ZipFile) -> None:
    """Refuse what says itself that it is large; what lies about it is refused in ``_open``."""
    listed = parts.infolist()
    if len(listed) > MAX_PARTS or sum(part.file_size for part in listed) > MAX_UNPACKED:
        raise TableError(TOO_LARGE)


def _open(parts: zipfile.ZipFile, name: str) -> BytesIO:
    with parts.open(name) as part:
        data = part.read(MAX_UNPACKED + 1)
    if len(data) > MAX_UNPACKED:
        raise TableError(TOO_LARGE)
    return BytesIO(data)


def _elements(parts: zipfile.ZipFile, name: str, *tags: str) -> Iterator[Any]:
    """The part's elements of these tags, each emptied when it is done with."""
    wanted = {MAIN + tag for tag in tags}
    for element in _all_elements(parts, name):
        if element.tag in wanted:
            yield element
            element.clear()


def _all_elements(parts: zipfile.ZipFile, name: str) -> Iterator[Any]:
    """The part's elements, each where it ends; refused where they are too many to be held.

    They are counted where they begin: of those within one another none ends before the last.
    """
    begun = 0
    for event, element in iterparse(_open(parts, name), ("start", "end"), forbid_dtd=True):
        if event == "end":
            yield element
            continue
        begun += 1
        if begun > MAX_ELEMENTS:
            raise TableError(TOO_LARGE)


def _first_sheet(parts: zipfile.ZipFile) -> tuple[str, datetime]:
    epoch, target = EPOCH, ""
    for element in _elements(parts, "xl/workbook.xml", "workbookPr", "sheet"):
        if element.tag == MAIN + "workbookPr" and element.get("date1904") in {"1", "true"}:
            epoch = EPOCH_1904
        elif element.tag == MAIN + "sheet" and not target:
            target = element.get(RELATION, "")
    for element in _all_elements(parts, "xl/_rels/workbook.xml.rels"):
        if element.get("Id") == target and target:
            path = element.get("Target", "")
            return (path.lstrip("/") if path.startswith("/") else f"xl/{path}"), epoch
    raise TableError(BROKEN)


def _shared(parts: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in parts.namelist():
        return []
    return [_text(element) for element in _elements(parts, "xl/sharedStrings.xml", "si")]


def _text(element: Any) -> str:
    """The text of a string, its differently formatted runs joined; how it is read aloud aside."""
    runs = [run for run in element if run.tag in {MAIN + "t", MAIN + "r"}]
    texts = [run.text if run.tag == MAIN + "t" else run.findtext(MAIN + "t") for run in runs]
    return clean_cell("".join(text or "" for text in texts))


def _date_styles(parts: zipfile.ZipFile) -> list[bool]:
    """For each style of a cell, whether it shows a number as a date."""
    if "xl/styles.xml" not in parts.namelist():
        return []
    own: dict[str, bool] = {}
    styles: list[bool] = []
    for element in _elements(parts, "xl/styles.xml", "numFmt", "cellXfs"):
        if element.tag == MAIN + "numFmt":
            code = NO_LETTERS.sub("", element.get("formatCode", ""))
            own[element.get("numFmtId", "")] = bool(DATE_LETTERS.search(code))
        else:
            formats = [one.get("numFmtId", "0") for one in element]
            styles = [own.get(one, int(one) in DATE_FORMATS) for one in formats]
    return styles


def _rows(parts: zipfile.ZipFile, name: str, book: Book) -> Iterator[tuple[int, list[str]]]:
    number = filled = 0
    for element in _elements(parts, name, "row"):
        number = int(element.get("r") or number + 1)
        cells = _cells(element, book)
        filled += any(cells)
        if filled > MAX_ROWS + 1 or number > MAX_SEEN_ROWS:
            raise TableError(f"The sheet has more than {MAX_ROWS} rows; split it.")
        yield number, cells


def _cells(row: Any, book: Book) -> list[str]:
    found: dict[int, str] = {}
    at = -1
    for cell in row.iterfind(MAIN + "c"):
        place = PLACE.fullmatch(cell.get("r", ""))
        at = _column(place[1]) if place else at + 1
        words = _words(cell, book)
        if words and at >= MAX_COLUMNS:
            raise TableError(f"The table has more than {MAX_COLUMNS} columns.")
        found[at] = words
    last = max((at for at, words in found.items() if words), default=-1)
    return [found.get(at, "") for at in range(last + 1)]


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _words(cell: Any, book: Book) -> str:
    if cell.find(MAIN + "f") is not None:
        return clean_cell(f"={cell.findtext(MAIN + 'f') or ''}")
    kind, value = cell.get("t", "n"), cell.findtext(MAIN + "v") or ""
    if kind == "inlineStr":
        inner = cell.find(MAIN + "is")
        return "" if inner is None else _text(inner)
    if kind == "s":
        return book.shared[int(value)] if value else ""
    if kind == "b":
        return "yes" if value == "1" else "no"
    if kind != "n" or not value:
        return clean_cell(value)
    style = int(cell.get("s") or 0)
    is_date = style < len(book.dates) and book.dates[style]
    return _moment(float(value), book.epoch) if is_date else _number(value)


def _number(text: str) -> str:
    number = float(text)
    return str(int(number)) if number.is_integer() and abs(number) < 10**18 else text


def _moment(days: float, epoch: datetime) -> str:
    """A date, or a moment without a zone: a spreadsheet knows none."""
    if not 0 <= days < LAST_DAY:
        return _number(str(days))
    moment = epoch + timedelta(seconds=round(days * 86_400))
    text = moment.strftime("%Y-%m-%dT%H:%M:%S")
    return text.removesuffix("T00:00:00")
