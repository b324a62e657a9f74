"""Workbooks made by hand, for tests of what reads them."""

import io
import zipfile

from claims_tracker.desk.exporting import FIXED, MAIN, XML

SHEET = "xl/worksheets/sheet1.xml"


def book(sheet: str = "", **others: str) -> bytes:
    """An XLSX file with this inside of its sheet's data; other parts by path, "__" for "/"."""
    parts = {
        **FIXED,
        SHEET: f'{XML}<worksheet xmlns="{MAIN}"><sheetData>{sheet}</sheetData></worksheet>',
    }
    parts |= {f"xl/{name}.xml": content for name, content in others.items()}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return file.getvalue()


def text(place: str, words: str) -> str:
    """A cell of text."""
    return f'<c r="{place}" t="inlineStr"><is><t>{words}</t></is></c>'
