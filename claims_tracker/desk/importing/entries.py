"""Rows as what a claim says: plain values, and in words what is wrong with them."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from claims.choices import Attribution, Modality, Stance, Topic
from claims.models import Claim
from claims.reading.quantities import find_quantities
from claims.reading.text import tokens_of
from claims.storing import MAX_COUNT
from claims.values import Count
from claims_tracker.api.exports import RISKY
from claims_tracker.desk.importing.tables import Row, Table
from events.dates import DateError, bounds
from events.names import fold

MAX_STATEMENT = 2_000
PLAIN_NUMBER = r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+|\d+"
ONE_NUMBER = re.compile(rf"(>=|≥|>|<=|≤|<|~|≈)?\s*({PLAIN_NUMBER})\s*(\+)?")
TWO_NUMBERS = re.compile(rf"({PLAIN_NUMBER})\s*(?:-|\u2013|\u2014|\.\.|to)\s*({PLAIN_NUMBER})")
DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
NO_ZONE = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?)")
YES, NO = frozenset({"yes", "true", "1", "x", "так", "да"}), frozenset({"no", "false", "0", "ні"})


class CellError(ValueError):
    """A cell that does not hold what its column should; the text says why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row as read. ``values`` are columns of the claim; the other texts are looked up yet."""

    number: int
    event: str = ""
    claimant: str = ""
    question: str = ""
    source: str = ""
    quote: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    errors: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def entries(table: Table, columns: Sequence[str]) -> list[Entry]:
    """Every row of the table read; ``columns`` has the field of each column, "" for left out."""
    names = {field: table.headers[at] for at, field in enumerate(columns) if field}
    return [entry(row, columns, names) for row in table.rows]


def entry(row: Row, columns: Sequence[str], names: Mapping[str, str]) -> Entry:
    """One row read; ``names`` has the header of each field, for what is said about it."""
    cells = {field: cell for field, cell in zip(columns, row.cells, strict=True) if field and cell}
    read = Entry(row.number)
    for name, cell in cells.items():
        try:
            read = READERS[name](read, _plain(cell))
        except CellError as error:
            words = f"“{names.get(name, name)}”: {error}"
            read = replace(read, errors=(*read.errors, words))
    return replace(read, errors=(*read.errors, *_missing(read)))


def _plain(cell: str) -> str:
    """The cell without the apostrophe that our exports put before what looks like a formula."""
    if cell.startswith("="):
        raise CellError("it holds a formula; put its value there.")
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(RISKY) else cell


def _missing(read: Entry) -> Iterable[str]:
    if not read.values.get("statement") and not read.errors:
        yield "The row says nothing: what is claimed is missing."
    low, high = read.values.get("count_low"), read.values.get("count_high")
    if high is not None and (low is None or low > high):
        yield "The lower number is missing or higher than the higher one."
    if read.quote and not read.source:
        yield "The exact words need the address of the source in which they stand."


Reader = Callable[[Entry, str], Entry]


def _with(read: Entry, **values: Any) -> Entry:
    return replace(read, values={**read.values, **values})


def _statement(read: Entry, cell: str) -> Entry:
    words = " ".join(cell.split())
    if len(words) > MAX_STATEMENT:
        raise CellError(f"it has more than {MAX_STATEMENT} letters; one sentence is enough.")
    return _with(read, statement=words)


def _named(name: str) -> Reader:
    def read_it(read: Entry, cell: str) -> Entry:
        given: dict[str, Any] = {name: " ".join(cell.split())}
        return replace(read, **given)

    return read_it


def _short(name: str) -> Reader:
    longest = _longest(name)

    def read_it(read: Entry, cell: str) -> Entry:
        words = " ".join(cell.split())
        if len(words) > longest:
            raise CellError(f"it has more than {longest} letters.")
        return _with(read, **{name: words})

    return read_it


def _longest(name: str) -> int:
    """How many letters the claim's column takes."""
    return int(getattr(Claim._meta.get_field(name), "max_length", 0))  # noqa: SLF001 - Django's documented _meta


def _one_of(name: str, choices: Any) -> Reader:
    known = {fold(text): one.value for one in choices for text in (one.label, one.value, one.name)}
    offered = ", ".join(str(one.label) for one in choices)

    def read_it(read: Entry, cell: str) -> Entry:
        found = known.get(fold(cell.replace("_", " "))) or known.get(fold(cell))
        if found is None:
            raise CellError(f"“{_short_of(cell)}” is none of: {offered}.")
        return _with(read, **{name: found})

    return read_it


def _flag(name: str) -> Reader:
    def read_it(read: Entry, cell: str) -> Entry:
        word = cell.casefold()
        if word not in YES | NO:
            raise CellError(f"“{_short_of(cell)}” is neither yes nor no.")
        return _with(read, **{name: word in YES})

    return read_it


def _date(name: str) -> Reader:
    def read_it(read: Entry, cell: str) -> Entry:
        text = date_of(cell)
        note = () if text == cell else (f"“{cell}” is read as {text}.",)
        return replace(_with(read, **{name: text}), notes=(*read.notes, *note))

    return read_it


def date_of(cell: str) -> str:
    """The cell as EDTF; 22.05.2023 is the 22nd of May. Raises CellError for any other writing."""
    day = DAY_FIRST.fullmatch(cell)
    text = f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}" if day else cell
    no_zone = NO_ZONE.fullmatch(text)
    if no_zone:
        raise CellError(
            f"“{cell}” needs its time zone: write {no_zone[1]}T{no_zone[2]}Z for UTC, or "
            f"{no_zone[1]} for the day alone."
        )
    if len(text) > _longest("made_at"):
        raise CellError("it is too long for a date.")
    try:
        bounds(text)
    except DateError as error:
        raise CellError(str(error)) from None
    return text


def _count(read: Entry, cell: str) -> Entry:
    count = count_of(cell)
    if max(count.low, count.high or 0) > MAX_COUNT:
        raise CellError("the number is too large.")
    return _with(
        read, count_low=count.low, count_high=count.high, low_exclusive=count.low_exclusive,
        high_exclusive=count.high_exclusive, count_approximate=count.approximate,
        count_vague=count.vague, count_text=cell[:200],
    )  # fmt: skip


def count_of(cell: str) -> Count:
    """A number as a person writes it: "70", "1,200", ">70", "50-60", "more than 70", "dozens"."""
    two, one = TWO_NUMBERS.fullmatch(cell), ONE_NUMBER.fullmatch(cell)
    if two:
        return Count(_whole(two[1]), _whole(two[2]))
    if one:
        return _signed(one[1] or one[3] or "", _whole(one[2]))
    found = find_quantities(tokens_of(cell)) if cell[:1] not in "-\u2212" else []
    if len(found) != 1:
        raise CellError(f"“{_short_of(cell)}” states no number that can be read. Write 70, 50-60, "
                        "more than 70, at least 13 or up to 5.")  # fmt: skip
    return found[0].count


def _signed(sign: str, number: int) -> Count:
    if sign in {">", ">=", "≥", "+"}:
        return Count(number, None, low_exclusive=sign == ">")
    if sign in {"<", "<=", "≤"}:
        return Count(0, number, high_exclusive=sign == "<")
    return Count(number, number, approximate=bool(sign))


def _whole(digits: str) -> int:
    kept = re.sub(r"\D", "", digits)
    if len(kept) > len(str(MAX_COUNT)):
        raise CellError("the number is too large.")
    return int(kept)


def _bound(name: str) -> Reader:
    def read_it(read: Entry, cell: str) -> Entry:
        if not re.fullmatch(PLAIN_NUMBER, cell):
            raise CellError(f"“{_short_of(cell)}” is no whole number.")
        number = _whole(cell)
        if number > MAX_COUNT:
            raise CellError("the number is too large.")
        return _with(read, **{name: number})

    return read_it


def _short_of(cell: str) -> str:
    return cell if len(cell) <= 60 else f"{cell[:59]}…"  # noqa: PLR2004 - what a message can hold


READERS: dict[str, Reader] = {
    **{name: _named(name) for name in ("event", "claimant", "question", "source", "quote")},
    **{name: _short(name) for name in ("unit", "measure", "population", "place")},
    **{name: _bound(name) for name in ("count_low", "count_high")},
    **{name: _flag(name) for name in ("low_exclusive", "high_exclusive")},
    **{name: _date(name) for name in ("made_at", "holds")},
    "statement": _statement,
    "count": _count,
    "stance": _one_of("stance", Stance),
    "modality": _one_of("modality", Modality),
    "topic": _one_of("topic", Topic),
    "attribution": _one_of("attribution", Attribution),
}
