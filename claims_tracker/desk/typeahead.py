"""Type-ahead fields of the desk: rows that the person may use, told apart from their namesakes."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet

from claims.models import Question
from claims_tracker.accounts.autocomplete import PeopleInWords
from events.models import Actor, Event
from sources.models import Outlet


class RowsInWords(PeopleInWords):
    """The stock answers, without what was merged away or belongs to another event's team."""

    def get_queryset(self) -> "QuerySet[Any]":
        """The rows that hold what was typed and that the person may use here."""
        rows: QuerySet[Any] = super().get_queryset()
        columns = {field.name for field in rows.model._meta.concrete_fields}  # noqa: SLF001 - Django's documented _meta
        if "merged_into" in columns:
            rows = rows.filter(merged_into=None)
        if rows.model is Event:
            return rows.filter(pk__in=Event.objects.editable_by(self.request.user).values("pk"))
        if "event" in columns:
            rows = rows.filter(event__in=Event.objects.editable_by(self.request.user).values("pk"))
        return rows.select_related("event") if rows.model is Question else rows

    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        """One row for the field's list."""
        row = super().serialize_result(obj, to_field_name)
        more = [part for part in TOLD_BY.get(type(obj), _nothing)(obj) if part]
        return row | {"text": " · ".join([row["text"], *more])}


def _nothing(_row: Any) -> tuple[str, ...]:
    return ()


def _actor(actor: Actor) -> tuple[str, ...]:
    return actor.get_kind_display(), actor.country


def _outlet(outlet: Outlet) -> tuple[str, ...]:
    return ", ".join(outlet.domains[:1]), outlet.country


def _event(event: Event) -> tuple[str, ...]:
    return event.began, event.place


def _question(question: Question) -> tuple[str, ...]:
    return (str(question.event),)


TOLD_BY: dict[type, Callable[[Any], tuple[str, ...]]] = {
    Actor: _actor, Outlet: _outlet, Event: _event, Question: _question,
}  # fmt: skip
