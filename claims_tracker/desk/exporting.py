"""The rows of any list of the desk as a file: what the filters leave, all pages of it.

CSV and JSON lines are streamed, so that memory stays flat; a workbook is written to disk first.
"""

import csv
import json
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import IO, Any
from xml.sax.saxutils import escape

from django.apps import apps
from django.contrib import admin, messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.exceptions import NotRegistered
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.shortcuts import redirect

from claims_tracker.api.exports import BOM, Echo, safe_cell
from claims_tracker.desk.columns import Column, Value, columns_of, plain, with_all
from sources.charsets import UNWANTED

CHUNK = 500
MOST_IN_WORKBOOK = 50_000  # written whole before it is sent; more is streamed as CSV
CELL_LENGTH = 32_767  # letters that a cell of a workbook takes
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/jsonl; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
TOO_MANY = f"A workbook takes at most {MOST_IN_WORKBOOK} rows. Export CSV, or narrow the list."


def page(request: HttpRequest, app: str, name: str, extension: str) -> HttpResponseBase:
    """The file of the list that has this address and these filters."""
    model_admin = _admin_of(app, name)
    if extension not in TYPES:
        raise Http404
    if not model_admin.has_view_permission(request):
        raise PermissionDenied("Your role does not allow you to see this list.")
    try:
        rows = with_all(model_admin.get_changelist_instance(request).queryset)
    except IncorrectLookupParameters:
        return _back(request, model_admin, "The list cannot be filtered like this.")
    columns = columns_of(model_admin, request)
    file = f"{model_admin.opts.model_name}-{datetime.now(UTC):%Y-%m-%d}.{extension}"
    if extension == "xlsx":
        if rows.order_by()[: MOST_IN_WORKBOOK + 1].count() > MOST_IN_WORKBOOK:
            return _back(request, model_admin, TOO_MANY)
        return _workbook(rows, columns, file)
    lines = csv_lines(rows, columns) if extension == "csv" else json_lines(rows, columns)
    response = StreamingHttpResponse(lines, content_type=TYPES[extension])
    response["Content-Disposition"] = f'attachment; filename="{file}"'
    response["Cache-Control"] = "no-store"
    return response


def _admin_of(app: str, name: str) -> "ModelAdmin[Any]":
    try:
        return admin.site.get_model_admin(apps.get_model(app, name))
    except (LookupError, NotRegistered):
        raise Http404 from None


def _back(request: HttpRequest, model_admin: "ModelAdmin[Any]", why: str) -> HttpResponse:
    """To the list, with the reason why there is no file."""
    messages.error(request, why)
    opts = model_admin.opts
    return redirect(f"admin:{opts.app_label}_{opts.model_name}_changelist")


def _values(rows: "QuerySet[Any]", columns: Sequence[Column]) -> Iterator[list[Value]]:
    for row in rows.iterator(chunk_size=CHUNK):
        yield [plain(column.value(row)) for column in columns]


def csv_lines(rows: "QuerySet[Any]", columns: Sequence[Column]) -> Iterator[str]:
    """The file line by line, its cells harmless to spreadsheets, with the mark that they need."""
    writer: Any = csv.writer(Echo())
    yield BOM + writer.writerow([column.name for column in columns])
    for values in _values(rows, columns):
        yield writer.writerow([cell_of(value) for value in values])


def cell_of(value: Value) -> str:
    """A value as a cell of a CSV file."""
    if isinstance(value, bool):
        return _word(value)
    # A number is no formula, whatever its sign.
    return str(value) if isinstance(value, int | float) else safe_cell(value)


def _word(value: bool) -> str:  # noqa: FBT001 - it is the value itself
    return "yes" if value else "no"


def json_lines(rows: "QuerySet[Any]", columns: Sequence[Column]) -> Iterator[str]:
    """One JSON object a line."""
    names = [column.name for column in columns]
    for values in _values(rows, columns):
        yield json.dumps(dict(zip(names, values, strict=True)), ensure_ascii=False) + "\n"


def _workbook(rows: "QuerySet[Any]", columns: Sequence[Column], file: str) -> FileResponse:
    names: list[Value] = [column.name for column in columns]
    kept = tempfile.TemporaryFile()  # noqa: SIM115 - the answer closes it when it is sent
    write_workbook(kept, _with_names(names, rows, columns))
    kept.seek(0)
    response = FileResponse(kept, as_attachment=True, filename=file, content_type=TYPES["xlsx"])
    response["Cache-Control"] = "no-store"
    return response


def _with_names(
    names: list[Value], rows: "QuerySet[Any]", columns: Sequence[Column]
) -> Iterator[list[Value]]:
    yield names
    yield from _values(rows, columns)


def write_workbook(file: IO[bytes], rows: Iterable[Sequence[Value]]) -> None:
    """Write one sheet as XLSX. Text is typed as text, so that none is taken for a formula."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, content in FIXED.items():
            parts.writestr(name, content)
        with parts.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(f'{XML}<worksheet xmlns="{MAIN}"><sheetData>'.encode())
            for number, row in enumerate(rows, start=1):
                cells = "".join(_cell(value) for value in row)
                sheet.write(f'<row r="{number}">{cells}</row>'.encode())
            sheet.write(b"</sheetData></worksheet>")


def _cell(value: Value) -> str:
    if value is None or value == "":
        return "<c/>"
    if isinstance(value, bool):
        value = _word(value)
    if isinstance(value, int | float):
        return f"<c><v>{value}</v></c>"
    text = escape(UNWANTED.sub("", value)[:CELL_LENGTH])
    return f'<c t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
FIXED = {
    "[Content_Types].xml": (
        f'{XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/>'
        "</Types>"
    ),
    "_rels/.rels": (
        f'{XML}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
        "</Relationships>"
    ),
    "xl/workbook.xml": (
        f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="Export" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'{XML}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>"
    ),
}
