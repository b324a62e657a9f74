"""The columns of exported lists: those that the list shows, and for claims and pairs all of them.

A claim's columns are called as an import expects them (``desk.importing.columns``).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from operator import attrgetter
from typing import Any

from django.contrib.admin import ModelAdmin
from django.contrib.admin.utils import label_for_field, lookup_field
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model, Prefetch, QuerySet
from django.http import HttpRequest
from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from claims.models import Claim, Contradiction, Quote
from events.fields import Editable

Value = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column's name, and its value for a row."""

    name: str
    value: Callable[[Any], Any]


def columns_of(model_admin: "ModelAdmin[Any]", request: HttpRequest) -> list[Column]:
    """What is exported of each row."""
    model = model_admin.model
    if model in OWN:
        return OWN[model]
    shown = [name for name in model_admin.get_list_display(request) if name != "action_checkbox"]
    first = "public_id" if issubclass(model, Editable) and hasattr(model, "public_id") else "pk"
    names = [_label(model_admin, name) for name in shown]
    found = [Column(name, partial(_shown, str(one), model_admin))
             for name, one in zip(names, shown, strict=True)]  # fmt: skip
    return [Column("id", attrgetter(first)), *found]


def with_all(rows: "QuerySet[Any]") -> "QuerySet[Any]":
    """The rows with what their columns need, in a number of queries that does not grow."""
    if rows.model is Claim:
        quotes = Quote.objects.select_related("version__article").order_by("pk")
        quotes = quotes.defer("version__text", "version__raw", "version__bands")
        return rows.select_related("event", "question", "claimant").prefetch_related(
            Prefetch("quotes", quotes)
        )
    if rows.model is Contradiction:
        return rows.select_related("event", "first__claimant", "second__claimant").defer(
            "first__search", "second__search"
        )
    return rows


def plain(value: Any) -> Value:
    """A value as a file can hold it: moments as ISO 8601, rows by their names."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, SafeString):
        return strip_tags(value)
    if value is None or isinstance(value, bool | int | float):
        return value
    return str(value)


def _label(model_admin: "ModelAdmin[Any]", name: Any) -> str:
    return str(label_for_field(name, model_admin.model, model_admin)).replace(" ", "_").lower()


def _shown(name: str, model_admin: "ModelAdmin[Any]", row: Model) -> Any:
    """What the list shows: the label of a choice, a related row by its name."""
    try:
        field, _, value = lookup_field(name, row, model_admin)
    except ObjectDoesNotExist:
        return None
    choices = getattr(field, "flatchoices", None)
    return dict(choices).get(value, value) if choices else value


def _named(path: str) -> Callable[[Any], Any]:
    """The attribute at the path, None where a row on the way is missing."""
    steps: Sequence[str] = path.split(".")

    def value(row: Any) -> Any:
        for step in steps:
            row = getattr(row, step, None)
        return row

    return value


def _quote(claim: Claim) -> Quote | None:
    return next((quote for quote in claim.quotes.all() if quote.exact), None)


def _words(claim: Claim) -> str:
    quote = _quote(claim)
    return quote.exact if quote is not None else ""


def _source(claim: Claim) -> str:
    quote = _quote(claim)
    return quote.version.article.canonical_url if quote is not None else ""


def _claimant(claim: Claim) -> str:
    return claim.claimant.name if claim.claimant is not None else claim.claimant_text


def _all(*paths: str) -> list[Column]:
    return [Column(path.replace(".", "_"), _named(path)) for path in paths]


OWN: dict[type[Model], list[Column]] = {
    Claim: [
        Column("id", attrgetter("public_id")),
        Column("event", attrgetter("event.slug")),
        Column("question", _named("question.text")),
        Column("claimant", _claimant),
        *_all(
            "statement", "stance", "modality", "topic", "count_low", "count_high",
            "low_exclusive", "high_exclusive", "count_text", "unit", "measure", "population",
            "place", "made_at", "holds", "attribution", "review", "status", "lifecycle",
            "found_by", "confidence",
        ),
        Column("quote", _words),
        Column("source", _source),
        *_all("created_at", "updated_at"),
    ],
    Contradiction: [
        Column("id", attrgetter("public_id")),
        Column("event", attrgetter("event.slug")),
        *_all(
            "kind", "severity", "state", "reason", "score", "first.public_id",
            "first.claimant_name", "first.statement", "second.public_id", "second.claimant_name",
            "second.statement", "dismissal_reason", "note", "decided_at", "created_at",
        ),
    ],
}  # fmt: skip
