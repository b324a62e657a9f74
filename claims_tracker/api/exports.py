"""Whole lists as streamed files: CSV for spreadsheets, JSON lines for programs."""

import csv
import json
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from claims.disputes import attach_disputes
from claims.models import Claim
from claims.serializers import ClaimSerializer
from claims_tracker.api import filters
from claims_tracker.api.views import full_claims
from events.serializers import absolute

CHUNK = 500
BOM = "\ufeff"
RISKY = ("=", "+", "-", "@", "\t", "\r")
COLUMNS = (
    "id",
    "event",
    "question",
    "claimant",
    "statement",
    "stance",
    "topic",
    "count_low",
    "count_high",
    "low_exclusive",
    "high_exclusive",
    "measure",
    "population",
    "made_at",
    "status",
    "label",
    "lifecycle",
    "quote",
    "outlet",
    "article_url",
    "url",
    "updated_at",
)


def safe_cell(value: object) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(RISKY) else text


def chunks(rows: QuerySet[Claim]) -> Iterator[list[Claim]]:
    """All rows, a chunk at a time by keyset: memory stays flat."""
    rows = rows.order_by("sort_at", "pk")
    last: Claim | None = None
    while True:
        after = rows if last is None else _after(rows, last)
        found = attach_disputes(after[:CHUNK])
        if not found:
            return
        yield found
        last = found[-1]


def _after(rows: QuerySet[Claim], last: Claim) -> QuerySet[Claim]:
    later = rows.filter(sort_at__gt=last.sort_at)
    return rows.filter(sort_at=last.sort_at, pk__gt=last.pk) | later


def row(claim: Claim) -> list[str]:
    """One claim as the cells of COLUMNS."""
    data = ClaimSerializer(claim).data
    quote = (data["quotes"] or [{}])[0]
    article = quote.get("article") or {}
    count = data["answer"]["count"] or {}
    made = data["made_at"] or {}
    cells = {
        **data,
        "event": data["event"]["slug"],
        "question": (data["question"] or {}).get("text"),
        "claimant": (data["claimant"] or {}).get("name") or data["claimant_text"],
        "count_low": count.get("low"),
        "count_high": count.get("high"),
        "low_exclusive": count.get("low_exclusive"),
        "high_exclusive": count.get("high_exclusive"),
        "measure": data["answer"]["measure"],
        "population": data["answer"]["population"],
        "made_at": made.get("edtf"),
        "quote": quote.get("exact"),
        "outlet": (article.get("outlet") or {}).get("name"),
        "article_url": article.get("url"),
    }
    return [safe_cell(cells[name]) for name in COLUMNS]


class Echo:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        """The text itself."""
        return text


def csv_lines(rows: QuerySet[Claim], *, bom: bool) -> Iterator[str]:
    """The file line by line, a byte order mark first where a spreadsheet needs one."""
    writer: Any = csv.writer(Echo())
    yield (BOM if bom else "") + writer.writerow(COLUMNS)
    for found in chunks(rows):
        yield "".join(writer.writerow(row(claim)) for claim in found)


def json_lines(rows: QuerySet[Claim]) -> Iterator[str]:
    """One JSON object a line, as the claims endpoint gives it."""
    for found in chunks(rows):
        data = json.loads(JSONRenderer().render(ClaimSerializer(found, many=True).data))
        yield "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in data)


@extend_schema(tags=["exports"], responses=OpenApiTypes.OBJECT)
class ExportListView(APIView):
    """What can be taken whole, and where."""

    def get(self, request: Request) -> Response:
        """The files, each taking the filters of the claims endpoint."""
        filters.refuse_unknown(request, set())
        files = [
            {"name": f"claims.{ext}", "format": ext, "url": absolute(_where(ext))}
            for ext in ("csv", "jsonl")
        ]
        return Response({"results": files})


def _where(extension: str) -> str:
    return reverse("api:export", args=[f"claims.{extension}"])


class ExportView(APIView):
    """``claims.csv`` (``bom=1`` for spreadsheets) and ``claims.jsonl``, streamed."""

    @extend_schema(
        tags=["exports"],
        operation_id="exports_file",
        responses={(200, "text/csv"): OpenApiTypes.STR},
    )
    def get(self, request: Request, name: str) -> HttpResponseBase:
        """The public claims that the filters leave, oldest first."""
        if name not in {"claims.csv", "claims.jsonl"}:
            raise NotFound(f"There is no export “{name}”: claims.csv and claims.jsonl exist.")
        filters.refuse_unknown(request, {*filters.ClaimFilters.base_filters, "bom"})
        bom = _switch(request, "bom")
        found = filters.ClaimFilters(request.query_params, queryset=full_claims(), request=request)
        if not found.is_valid():
            raise ValidationError(found.errors)
        if name.endswith("csv"):
            lines = csv_lines(found.qs, bom=bom)
            kind = "text/csv; charset=utf-8"
        else:
            lines, kind = json_lines(found.qs), "application/jsonl; charset=utf-8"
        return _attachment(request, lines, name, kind)


def _switch(request: Request, name: str) -> bool:
    """Whether a parameter is 1; another word than 0 and 1 is refused."""
    for value in request.query_params.getlist(name):
        if value not in {"0", "1"}:
            raise ValidationError({name: f"“{value}” is none of: 0, 1."})
    return request.query_params.get(name) == "1"


def _attachment(
    _request: HttpRequest | Request, lines: Iterator[str], name: str, kind: str
) -> StreamingHttpResponse:
    response = StreamingHttpResponse(lines, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "public, max-age=60"
    return response
