# ruff: noqa: ARG002 - Django's hooks hand over more than each of ours needs
"""Events and actors on the desk."""

from typing import Any

import pghistory
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join

from events import teams
from events.actors import resembling
from events.administration import KeptAdmin, LedgerAdmin, LedgerInline
from events.directory import fold
from events.models import Actor, ActorLink, ActorName, Event, OldSlug, Participation
from events.naming import by_slug


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
    readonly_fields = ("visibility", "merged_into", "public_id", "works_on_it")
    inlines = (ParticipationInline,)
    fieldsets = (
        (None, {"fields": ("title", "slug", "summary", "kind", "progress", "visibility")}),
        ("When", {"fields": (("began", "ended"), "timezone")}),
        ("Where", {"fields": ("place", ("latitude", "longitude"), "place_precision")}),
        ("Around it", {"fields": ("parent", "related", "merged_into", "public_id")}),
        (
            "Team",
            {
                "fields": ("team", "works_on_it"),
                "description": "Who is on the team may work on the event and on all that hangs on "
                "it, as far as their role goes; others may read it. No team: every editor. "
                "Administrators choose the team, and may work on every event.",
            },
        ),
    )

    def get_search_results(
        self, request: HttpRequest, queryset: "QuerySet[Any]", search_term: str
    ) -> tuple["QuerySet[Any]", bool]:
        """Rows that hold the words, or have them in their slug in Latin letters."""
        found, _ = super().get_search_results(request, queryset, search_term)
        return by_slug(queryset, search_term, found), False

    def event_of(self, row: Any) -> Event | None:
        """An event is guarded by its own team."""
        return row if isinstance(row, Event) and row.pk else None

    def get_autocomplete_fields(self, request: HttpRequest) -> Any:
        """The team too, for those who may choose it."""
        own = tuple(super().get_autocomplete_fields(request))
        return (*own, "team") if _chooses_teams(request) else own

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The team is chosen by who may edit every event: nobody locks others out."""
        shown = super().get_fieldsets(request, obj)
        hidden = "works_on_it" if _chooses_teams(request) else "team"
        return [
            (name, options | {"fields": [one for one in options["fields"] if one != hidden]})
            for name, options in shown
        ]

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Who is chosen already is shown with name and role."""
        if db_field.name == "team":
            kwargs["queryset"] = db_field.related_model.objects.prefetch_related("groups")
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if db_field.name == "team":
            field.label_from_instance = lambda person: person.in_words()
        return field

    def store(self, request: HttpRequest, obj: Any, form: Any, *, change: bool) -> None:
        """Save, with a change of the team in the history's words beside the reason."""
        if "team" not in form.cleaned_data:
            super().store(request, obj, form, change=change)
            return
        before = obj.team.all() if change else ()
        changed = teams.what_changed(before, form.cleaned_data["team"])
        why = " ".join(filter(None, (form.cleaned_data.get("why"), changed)))
        with pghistory.context(user=request.user.pk, reason=why):
            super().store(request, obj, form, change=change)

    @admin.display(description="Works on it")
    def works_on_it(self, event: Event) -> str:
        """The team by name and role."""
        found = teams.members(event) if event.pk else []
        lines = format_html_join("", "<li>{}</li>", ((one,) for one in found))
        return format_html("<ul>{}</ul>", lines) if found else "Every editor."

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
        return (resembling(search_term, queryset) if fold(search_term) else queryset), False

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
