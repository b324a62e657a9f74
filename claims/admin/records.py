"""Rows of the ledger that the machine or a decision writes: looked at, never edited."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from claims import readings
from claims.choices import ReadingState
from claims.models import AnswerActor, Change, Quote, Reading
from events.administration import Decision, KeptAdmin, Refused
from events.administration.decisions import DecisionForm

RETRYABLE = (ReadingState.QUARANTINED,)


def _retry(reading: Reading, _person: Any, _given: dict[str, Any]) -> None:
    if reading.state not in RETRYABLE:
        raise Refused(f"A reading that is “{reading.get_state_display()}” is not tried again.")
    readings.again(reading.version_id, reading.event_id)


@admin.register(Reading)
class ReadingAdmin(KeptAdmin):
    """How far the reading of each text has come, and why not further."""

    list_display = ("version", "event", "state", "reason", "attempts", "created_at", "settled_at")
    list_filter = ("state",)
    list_select_related = ("version", "event")
    search_fields = ("version__title", "event__title")
    change_form_template = "admin/claims/reading/change_form.html"
    decisions = (
        Decision(name="retry", label="Try again", permission="claims.retry_reading", do=_retry,
                 done="It is read again.", form=DecisionForm, direct=True, primary=True,
                 bulk="are tried again", fits=lambda reading: reading.state in RETRYABLE),
    )  # fmt: skip
    fields = (
        "version", "event", "reader_version", "state", "reason", "reason_text", "outcome",
        "attempts", "next_try_at", "created_at", "settled_at",
    )  # fmt: skip
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Readings without the texts they read."""
        rows = super().get_queryset(request)
        return rows.defer("version__text", "version__raw", "version__bands")


@admin.register(Quote)
class QuoteAdmin(KeptAdmin):
    """The exact words that claims stand on. They are added on the claim's page."""

    list_display = ("exact", "claim", "version", "start", "end", "origin")
    list_select_related = ("claim__claimant", "version")
    search_fields = ("exact", "public_id")
    ordering = ("-pk",)
    fields = (
        "exact", "claim", "version", "start", "end", "attribution", "found_by", "added_by",
        "came_from", "public_id",
    )  # fmt: skip
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Quotes without the texts they are of."""
        rows = super().get_queryset(request)
        return rows.defer("version__text", "version__raw", "version__bands", "claim__search")

    @admin.display(description="Found by")
    def origin(self, quote: Quote) -> str:
        """The reader, or a person."""
        return f"software: {quote.found_by}" if quote.found_by else "a person"


@admin.register(AnswerActor)
class AnswerActorAdmin(KeptAdmin):
    """Whom the answers of claims name."""

    list_display = ("claim", "actor")
    list_select_related = ("claim__claimant", "actor")
    search_fields = ("actor__name", "claim__statement")
    ordering = ("-pk",)


@admin.register(Change)
class ChangeAdmin(KeptAdmin):
    """The public log of what changed."""

    list_display = ("seq", "at", "kind", "object_kind", "object_id", "event", "summary")
    list_select_related = ("event",)
    ordering = ("-seq",)
    search_fields = ("object_id", "summary")
