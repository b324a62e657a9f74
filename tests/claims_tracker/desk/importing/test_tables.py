"""Files from outside: read as tables, or refused in words."""

import pytest

from claims_tracker.desk.importing.tables import (
    MAX_BYTES,
    MAX_CELL,
    MAX_ROWS,
    TableError,
    read_table,
)
from tests.claims_tracker.desk.importing.books import MAIN, XML, book, text

HURT = "Ніхто не постраждав під час пожежі на складі – заявив речник"
ROWS = f"Claim;Who\nThe bridge fell;Mayor\n\n;\n{HURT};Діма\n"


def told(content):
    table = read_table(content)
    return table.headers, [(row.number, row.cells) for row in table.rows]


@pytest.mark.parametrize(
    "content",
    [
        ROWS.encode(),
        ROWS.encode("utf-8-sig"),
        ROWS.encode("utf-16"),
        ROWS.replace("\n", "\r\n").encode("cp1251"),
        ROWS.replace(";", "\t").encode(),
        ROWS.replace(";", ",").replace(",\n", ",\n").encode(),
    ],
    ids=["plain", "mark", "utf-16", "windows-1251", "tabs", "commas"],
)
def test_a_text_table_is_read_whatever_its_letters_and_its_signs(content):
    rows = [(2, ("The bridge fell", "Mayor")), (5, (HURT, "Діма"))]
    assert told(content) == (("Claim", "Who"), rows)


def test_cells_may_hold_line_breaks_and_rows_may_be_short():
    content = b'sep=;\nClaim;Who;\n"He said; ""no"" \nand left";A;\nOnly this\n'

    assert told(content) == (
        ("Claim", "Who"), [(3, ('He said; "no" \nand left', "A")), (4, ("Only this", ""))]
    )  # fmt: skip


def test_a_workbook_is_read_with_its_dates_numbers_and_shared_texts():
    rows = (
        f'<row r="1">{text("A1", "Claim")}{text("B1", "Date")}{text("C1", "Number")}'
        f'<c r="D1" t="s"><v>0</v></c>{text("E1", "Sum")}</row>'
        '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>45068</v></c>'
        '<c r="C3"><v>70.0</v></c><c r="D3" s="1"><v>45068.5</v></c>'
        '<c r="E3"><f>1+1</f><v>2</v></c></row>'
    )
    shared = f'{XML}<sst xmlns="{MAIN}"><si><t>At</t></si><si><r><t>It </t></r><r><t>fell</t></r></si></sst>'
    styles = (
        f'{XML}<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="170" formatCode="yyyy\\-mm"/>'
        '</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>'
    )

    table = told(book(rows, sharedStrings=shared, styles=styles))

    assert table == (
        ("Claim", "Date", "Number", "At", "Sum"),
        [(3, ("It fell", "2023-05-22", "70", "2023-05-22T12:00:00", "=1+1"))],
    )


ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    f'<sst xmlns="{MAIN}"><si><t>&b;</t></si></sst>'
)
ONE = f'<row r="1">{text("A1", "Claim")}</row>'


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b" \n ", "The file is empty."),
        (b"a" * (MAX_BYTES + 1), "larger than 2 MiB"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 100, "old Excel file"),
        (b"PK\x03\x04 nothing", "no XLSX workbook"),
        (b"%PDF-1.7\n" + bytes(range(32)) * 20, "This is no table"),
        (b"Claim\n", "no row below"),
        (b"Claim\n" + b"It fell\n" * (MAX_ROWS + 1), "more than 500 rows"),
        (
            b"Claim\n" + b"x" * (MAX_CELL + 1),
            "Row 2, “Claim”: the cell has more than 10000 letters.",
        ),
        (b"Claim\n" + b"x" * 200_000, "field larger than field limit"),
        (b"," * 100 + b"x\n1\n", "more than 60 columns"),
        (b"Claim\nIt fell,Mayor\n", "Row 2 has more cells"),
        (book(ONE, sharedStrings=ENTITIES), "declares entities"),
        (book("<row>" + " " * 30_000_000 + "</row>"), "too large when unpacked"),
        (book("<row>" + "<c>" * 500_001), "too large when unpacked"),
        (book(ONE + '<row r="2"><c r="A2" t="s"><v>7</v></c></row>'), "no XLSX workbook"),
        (book(ONE + '<row r="2"><c r="XFD2"><v>7</v></c></row>'), "more than 60 columns"),
        (book(ONE + "<row><c><v>1</v></c></row>" * (MAX_ROWS + 1)), "more than 500 rows"),
        (book(ONE + "<row/>" * 60_000), "more than 500 rows"),
    ],
)
def test_what_is_no_table_or_too_large_is_refused_in_words(content, refusal):
    with pytest.raises(TableError, match=refusal):
        read_table(content)


def test_a_workbook_cut_short_is_refused():
    whole = book(ONE + f'<row r="2">{text("A2", "It fell")}</row>')

    assert told(whole) == (("Claim",), [(2, ("It fell",))])
    for end in (len(whole) // 4, len(whole) // 2, len(whole) - 3):
        with pytest.raises(TableError):
            read_table(whole[:end])
