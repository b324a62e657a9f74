"""Lists narrowed to a stretch of days."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.db.models import QuerySet
from django.http import HttpRequest

if TYPE_CHECKING:
    from django.contrib.admin.views.main import ChangeList

TITLES = {"created_at": "when it came in", "made_at_from": "when it was said"}
PAGE = "p"


class DateRange(admin.FieldListFilter):
    """From one day to another, both included, in UTC; either may be left open."""

    template = "admin/ledger/date_range.html"

    def __init__(  # noqa: PLR0917 - as Django calls it
        self,
        field: Any,
        request: HttpRequest,
        params: Any,
        model: Any,
        model_admin: Any,
        field_path: str,
    ) -> None:
        self.names = (f"{field_path}__since", f"{field_path}__until")
        super().__init__(field, request, params, model, model_admin, field_path)
        self.title = TITLES.get(field_path, self.title)
        self.values = [str(request.GET.get(name, "")) for name in self.names]
        self.others = [(key, value) for key, values in request.GET.lists()
                       if key not in {*self.names, PAGE} for value in values]  # fmt: skip

    def expected_parameters(self) -> list[str | None]:
        """The two days."""
        return list(self.names)

    def choices(self, _changelist: "ChangeList") -> Iterator[Any]:
        """One form: its fields and what else narrows the list."""
        labels = ("From", "Until")
        fields = list(zip(labels, self.names, self.values, strict=True))
        yield {"fields": fields, "others": self.others, "selected": any(self.values)}

    def queryset(self, _request: HttpRequest, queryset: "QuerySet[Any]") -> "QuerySet[Any]":
        """The rows of these days."""
        since, until = (_day(value) for value in self.values)
        if since is not None:
            queryset = queryset.filter(**{f"{self.field_path}__gte": since})
        if until is not None:
            queryset = queryset.filter(**{f"{self.field_path}__lt": until + timedelta(days=1)})
        return queryset


def _day(text: str) -> datetime | None:
    """The first moment of the day; None for an open end."""
    try:
        return datetime.combine(date.fromisoformat(text), time.min, UTC) if text else None
    except ValueError as error:
        raise IncorrectLookupParameters(error) from None
