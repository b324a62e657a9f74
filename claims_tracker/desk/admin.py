# ruff: noqa: ARG002 - Django's hooks hand over more than each of ours needs
"""What editors keep to themselves: looked at here, written on the desk."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from claims.admin.claim import ClaimAdmin
from claims.admin.contradiction import ContradictionAdmin
from claims.admin.directory import PublishedEventAdmin
from claims.admin.question import QuestionAdmin
from claims.models import Claim
from claims.permissions import DecisionError
from claims_tracker.desk import anchors
from claims_tracker.desk.models import Assignment, Draft, LostAnchor, Note
from claims_tracker.desk.teamwork_pages import ASSIGN
from events.administration import Decision, KeptAdmin, Refused
from events.administration.decisions import DecisionForm
from events.models import Event

# Rooms to the left know nothing of assignments, so the desk adds them to their lists.
for row_admin in (ClaimAdmin, ContradictionAdmin, QuestionAdmin, PublishedEventAdmin):
    row_admin.decisions = (*row_admin.decisions, ASSIGN)


@admin.register(Note)
class NoteAdmin(KeptAdmin):
    """Remarks to colleagues."""

    list_display = ("text", "author", "created_at")
    list_select_related = ("author",)
    search_fields = ("text",)
    ordering = ("-pk",)
    readonly_fields = ("author", "text", "content_type", "object_id")


@admin.register(Assignment)
class AssignmentAdmin(KeptAdmin):
    """Who is to look at what."""

    list_display = ("content_type", "object_id", "assignee", "assigned_by", "due_at", "done_at")
    list_select_related = ("content_type", "assignee", "assigned_by")
    ordering = ("-pk",)


@admin.register(Draft)
class DraftAdmin(KeptAdmin):
    """One's own unsaved words; nobody sees another's."""

    list_display = ("form", "updated_at")
    ordering = ("-updated_at",)
    readonly_fields = ("person", "form", "data")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """The person's own drafts."""
        return super().get_queryset(request).filter(person=request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Everybody who may enter the desk, their own."""
        return bool(request.user.is_active and request.user.is_staff)

    def has_module_permission(self, request: HttpRequest) -> bool:
        """As above."""
        return self.has_view_permission(request)


@admin.register(LostAnchor)
class LostAnchorAdmin(KeptAdmin):
    """Words that an article no longer has."""

    refusals = (Refused, DecisionError)
    list_display = ("quote", "version", "found_at", "settled_by", "settled_at")
    list_filter = (("settled_at", admin.EmptyFieldListFilter),)
    list_select_related = ("quote", "version", "settled_by")
    search_fields = ("quote__exact",)
    ordering = ("-pk",)
    fields = readonly_fields = ("quote", "version", "found_at", "settled_by", "settled_at")
    decisions = (
        Decision(name="keep", label="Keep the words as fetched", permission=anchors.SETTLE,
                 do=lambda lost, person, _: anchors.keep(lost, by=person), form=DecisionForm,
                 done="The claim stands on the words as fetched.", direct=True, primary=True,
                 fits=lambda lost: lost.settled_at is None),
        Decision(name="anchor", label="Anchor it in the new text", permission=anchors.SETTLE,
                 do=lambda lost, person, _: anchors.anchor(lost, by=person), form=DecisionForm,
                 done="The claim stands on the new words too.", direct=True,
                 fits=lambda lost: lost.settled_at is None),
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Without the texts that they are of."""
        rows = super().get_queryset(request)
        rows = rows.select_related("quote__claim__event", "version", "settled_by")
        return rows.defer("quote__claim__search", "version__text", "version__raw",
                          "version__bands")  # fmt: skip

    def event_of(self, row: Any) -> Event | None:
        """The event of the claim that stands on the words."""
        claim: Claim = row.quote.claim
        return claim.event
