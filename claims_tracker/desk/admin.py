# ruff: noqa: ARG002 - Django's hooks hand over more than each of ours needs
"""What editors keep to themselves: looked at here, written on the desk."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from claims_tracker.desk.models import Assignment, Draft, Note
from events.administration import KeptAdmin


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
