# ruff: noqa: ARG002 - Django's hooks hand over more than each of ours needs
"""Events and actors on the desk."""

from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest

from events.administration import KeptAdmin, LedgerAdmin, LedgerInline
from events.directory import fold
from events.models import Actor, ActorLink, ActorName, Event, OldSlug, Participation


class ParticipationInline(LedgerInline):
    """Who has an undisputed part in the event."""

    model = Participation
    autocomplete_fields = ("actor",)


class NameInline(LedgerInline):
    """The names by which an actor is called."""

    model = ActorName
    fields = ("text", "language", "kind")


class LinkInline(LedgerInline):
    """How the actor stands to organisations."""

    model = ActorLink
    fk_name = "actor"
    autocomplete_fields = ("organisation",)
    fields = ("kind", "organisation", "title", "since", "until")


@admin.register(Event)
class EventAdmin(LedgerAdmin):
    """Events. They are shown to readers, and hidden, by a decision only."""

    list_display = ("title", "kind", "began", "progress", "visibility", "updated_at")
    list_filter = ("visibility", "progress", "kind")
    search_fields = ("title", "slug", "place")
    autocomplete_fields = ("parent", "related")
    prepopulated_fields = {"slug": ("title",)}
    readonly_fields = ("visibility", "merged_into", "public_id")
    inlines = (ParticipationInline,)
    fieldsets = (
        (None, {"fields": ("title", "slug", "summary", "kind", "progress", "visibility")}),
        ("When", {"fields": (("began", "ended"), "timezone")}),
        ("Where", {"fields": ("place", ("latitude", "longitude"), "place_precision")}),
        ("Around it", {"fields": ("parent", "related", "team", "merged_into", "public_id")}),
    )

    def event_of(self, row: Any) -> Event | None:
        """An event is guarded by its own team."""
        return row if isinstance(row, Event) and row.pk else None

    def get_autocomplete_fields(self, request: HttpRequest) -> Any:
        """The team too, for those who may choose it."""
        own = tuple(super().get_autocomplete_fields(request))
        return (*own, "team") if _chooses_teams(request) else own

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The team is chosen by who may edit every event: nobody locks others out."""
        own = tuple(super().get_readonly_fields(request, obj))
        return own if _chooses_teams(request) else (*own, "team")

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The slug follows the title of a new event only: an address that is out stays."""
        return {} if obj is not None else super().get_prepopulated_fields(request, obj)


@admin.register(Actor)
class ActorAdmin(LedgerAdmin):
    """The directory: who acts or speaks, under which names, and for whom."""

    list_display = ("name", "kind", "parent", "country", "updated_at")
    list_filter = ("kind",)
    list_select_related = ("parent",)
    search_fields = ("name",)
    search_help_text = "Any name or alias, in Latin or Cyrillic script."
    autocomplete_fields = ("parent",)
    prepopulated_fields = {"slug": ("name",)}
    readonly_fields = ("merged_into", "public_id")
    inlines = (NameInline, LinkInline)
    fields = (
        "name", "slug", "kind", "parent", "country", "wikidata_id", "merged_into", "public_id",
    )  # fmt: skip

    def get_search_results(
        self, request: HttpRequest, queryset: "QuerySet[Any]", search_term: str
    ) -> tuple["QuerySet[Any]", bool]:
        """Actors one of whose names holds the words, whatever the script, case or accents."""
        folded = fold(search_term)
        if not folded:
            return queryset, False
        names = ActorName.objects.filter(actor=OuterRef("pk"), folded__contains=folded)
        return queryset.filter(Exists(names)), False

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The slug follows the name of a new actor only."""
        return {} if obj is not None else super().get_prepopulated_fields(request, obj)


@admin.register(ActorName)
class ActorNameAdmin(LedgerAdmin):
    """Every name, for an actor that has more than its page shows."""

    list_display = ("text", "actor", "language", "kind")
    list_filter = ("kind",)
    list_select_related = ("actor",)
    search_fields = ("text",)
    autocomplete_fields = ("actor",)

    def get_search_results(
        self, request: HttpRequest, queryset: "QuerySet[Any]", search_term: str
    ) -> tuple["QuerySet[Any]", bool]:
        """Names that hold the words, whatever the case or accents."""
        folded = fold(search_term)
        return (queryset.filter(folded__contains=folded) if folded else queryset), False


@admin.register(ActorLink)
class ActorLinkAdmin(LedgerAdmin):
    """Every link between actors."""

    list_display = ("actor", "kind", "organisation", "title", "since", "until")
    list_filter = ("kind",)
    list_select_related = ("actor", "organisation")
    search_fields = ("actor__name", "organisation__name", "title")
    autocomplete_fields = ("actor", "organisation")


@admin.register(Participation)
class ParticipationAdmin(LedgerAdmin):
    """Every part in an event."""

    list_display = ("event", "actor", "role")
    list_filter = ("role",)
    list_select_related = ("event", "actor")
    search_fields = ("event__title", "actor__name")
    autocomplete_fields = ("event", "actor")


@admin.register(OldSlug)
class OldSlugAdmin(KeptAdmin):
    """Addresses that redirect, kept by the database itself."""

    list_display = ("slug", "kind", "object_id", "changed_at")
    search_fields = ("slug",)


def _chooses_teams(request: HttpRequest) -> bool:
    return request.user.has_perm("events.edit_any_event")
