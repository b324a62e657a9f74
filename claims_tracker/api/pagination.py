"""Pages by keyset on (time, id): any depth costs the same, and equal times are walked once each.

REST framework's own cursor orders by its first field alone and loses rows at equal times.
"""

import base64
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from rest_framework.exceptions import APIException, ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response

from events.serializers import absolute

MAX_PAGE_SIZE = 100
PAGE_SIZE = 50


class BadCursor(APIException):
    """The cursor was not made by us."""

    status_code = 400
    default_code = "bad_cursor"
    default_detail = "The cursor is not one that this API gave. Start without it."


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in a list: just after (or, going back, just before) the row of these values."""

    values: tuple[Any, ...]
    back: bool = False

    def encoded(self) -> str:
        """The cursor as an opaque token."""
        parts = [v.isoformat() if isinstance(v, datetime) else v for v in self.values]
        plain = json.dumps([self.back, *parts], separators=(",", ":"))
        return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")

    @classmethod
    def read(cls, token: str, n_values: int) -> "Cursor":
        """The cursor of a token; raises BadCursor for anything we did not make."""
        try:
            padded = token + "=" * (-len(token) % 4)
            back, *values = json.loads(base64.urlsafe_b64decode(padded.encode("ascii")))
            values = [_moment(v) if isinstance(v, str) else v for v in values]
        except (ValueError, TypeError, OverflowError, RecursionError):
            raise BadCursor from None
        number = values[-1] if values else None
        if len(values) != n_values or not isinstance(back, bool) or not _is_id(number):
            raise BadCursor
        if any(not isinstance(v, datetime) for v in values[:-1]):
            raise BadCursor
        return cls(tuple(values), back)


def _moment(text: str) -> datetime:
    """The moment in UTC; an error where it has no zone or no year from 1 to 9999 there."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment.astimezone(UTC)


def _is_id(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**63


class KeysetPagination(BasePagination):
    """``results`` with ``next`` and ``previous`` in the body and the ``Link`` header.

    A view names its order by ``keyset``: a tuple such as ``("sort_at", "pk")``, all ascending,
    or descending where ``newest_first`` is true. ``count`` is given only on ``?count=1``.
    """

    next_link: str | None = None
    previous_link: str | None = None
    count: int | None = None

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        """The rows of the page that the cursor names."""
        self.keyset: tuple[str, ...] = getattr(view, "keyset", ("created_at", "pk"))
        descending = bool(getattr(view, "newest_first", False))
        size = self._size(request)
        token = request.query_params.get("cursor")
        cursor = Cursor.read(token, len(self.keyset)) if token else None
        if request.query_params.get("count") == "1":
            self.count = queryset.order_by().count()
        back = cursor is not None and cursor.back
        forward_order = descending != back
        rows = queryset.order_by(*(("-" if forward_order else "") + f for f in self.keyset))
        if cursor is not None:
            rows = rows.filter(_beyond(self.keyset, cursor.values, descending=forward_order))
        found = list(rows[: size + 1])
        more, found = len(found) > size, found[:size]
        if back:
            found.reverse()
        self._link(
            request, found, has_next=back or more, has_previous=more if back else bool(token)
        )
        return found

    def _size(self, request: Request) -> int:
        try:
            size = int(request.query_params.get("page_size", PAGE_SIZE))
        except ValueError:
            size = 0
        if not 1 <= size <= MAX_PAGE_SIZE:
            words = f"page_size must be a number from 1 to {MAX_PAGE_SIZE}."
            raise ValidationError({"page_size": words})
        return size

    def _link(
        self, request: Request, rows: list[Any], *, has_next: bool, has_previous: bool
    ) -> None:
        if rows and has_next:
            self.next_link = self._address(request, Cursor(self._values(rows[-1])))
        if rows and has_previous:
            self.previous_link = self._address(request, Cursor(self._values(rows[0]), back=True))

    def _values(self, row: Any) -> tuple[Any, ...]:
        return tuple(getattr(row, field) for field in self.keyset)

    def _address(self, request: Request, cursor: Cursor) -> str:
        query = [(k, v) for k, vs in request.query_params.lists() for v in vs if k != "cursor"]
        return absolute(f"{request.path}?{urlencode([*query, ('cursor', cursor.encoded())])}")

    def get_paginated_response(self, data: Any) -> Response:
        """The page, with its neighbours in the body and in the ``Link`` header."""
        links = [
            f'<{address}>; rel="{name}"'
            for name, address in (("next", self.next_link), ("prev", self.previous_link))
            if address
        ]
        page = {"next": self.next_link, "previous": self.previous_link, "results": data}
        if self.count is not None:
            page = {"count": self.count, **page}
        return Response(page, headers={"Link": ", ".join(links)} if links else None)

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """The page in the OpenAPI schema."""
        address = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "required": ["next", "previous", "results"],
            "properties": {
                "count": {"type": "integer", "description": "Only with count=1."},
                "next": address,
                "previous": address,
                "results": schema,
            },
        }

    def get_schema_operation_parameters(self, _view: Any) -> list[dict[str, Any]]:
        """The parameters of paging in the OpenAPI schema."""
        texts = {
            "cursor": (
                "An opaque place in the list, from `next` or `previous`.",
                {"type": "string"},
            ),
            "page_size": (
                "Rows a page.",
                {"type": "integer", "minimum": 1, "maximum": MAX_PAGE_SIZE, "default": PAGE_SIZE},
            ),
            "count": ("1 adds the number of all rows, which costs time.", {"enum": ["1"]}),
        }
        return [
            {"name": name, "in": "query", "required": False, "description": text, "schema": schema}
            for name, (text, schema) in texts.items()
        ]


def _beyond(fields: tuple[str, ...], values: tuple[Any, ...], *, descending: bool) -> Q:
    """Rows past the given values in the order of the fields."""
    word = "lt" if descending else "gt"
    if len(fields) == 1:
        return Q(**{f"{fields[0]}__{word}": values[0]})
    first, *rest = fields
    tail = _beyond(tuple(rest), values[1:], descending=descending)
    # The first condition alone lets PostgreSQL start at the right place of its index.
    return Q(**{f"{first}__{word}e": values[0]}) & (Q(**{f"{first}__{word}": values[0]}) | tail)
