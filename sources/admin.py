# ruff: noqa: ARG002 - Django's hooks hand over more than each of ours needs
"""Outlets, feeds, articles and, from the module beside this one, ingests on the desk."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.db.models.functions import Length
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from events.administration import Decision, KeptAdmin, LedgerAdmin, LedgerInline
from events.administration.decisions import DecisionForm
from events.naming import by_slug
from sources import feed_switches
from sources.admin_ingests import IngestJobAdmin
from sources.choices import FeedState, FoundBy
from sources.models import (
    Article,
    ArticleEvent,
    ArticleVersion,
    Feed,
    Origin,
    Outlet,
    ReliabilityGrade,
)

__all__ = ["ArticleAdmin", "ArticleVersionAdmin", "FeedAdmin", "IngestJobAdmin", "OutletAdmin"]

SWITCHES = (FeedState.ACTIVE, FeedState.PAUSED)
TEXT_SHOWN = 20_000  # characters of an article on its page


class GradeInline(LedgerInline):
    """How reliable the outlet is held to be; a new grade replaces the last."""

    model = ReliabilityGrade
    fields = ("letter", "scope", "rationale", "by", "on")
    readonly_fields = ("by",)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Grades are history: a new one is added."""
        return False


@admin.register(Outlet)
class OutletAdmin(LedgerAdmin):
    """Who publishes."""

    list_display = ("name", "country", "language", "owner", "state_linked", "updated_at")
    list_filter = ("state_linked",)
    search_fields = ("name", "slug", "owner")
    autocomplete_fields = ("actor",)
    prepopulated_fields = {"slug": ("name",)}
    readonly_fields = ("merged_into", "public_id")
    inlines = (GradeInline,)
    fields = (
        "name", "slug", "domains", "country", "language", "owner", "state_linked", "actor",
        "merged_into", "public_id",
    )  # fmt: skip

    def get_search_results(
        self, request: HttpRequest, queryset: "QuerySet[Any]", search_term: str
    ) -> tuple["QuerySet[Any]", bool]:
        """Rows that hold the words, or have them in their slug in Latin letters."""
        found, _ = super().get_search_results(request, queryset, search_term)
        return by_slug(queryset, search_term, found), False

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The slug follows the name of a new outlet only."""
        return {} if obj is not None else super().get_prepopulated_fields(request, obj)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:  # noqa: FBT001 - Django's hook
        """A grade carries the name of who gave it."""
        for grade in formset.save(commit=False):
            grade.by = request.user
            grade.save()
        formset.save_m2m()


@admin.register(ReliabilityGrade)
class ReliabilityGradeAdmin(KeptAdmin):
    """Every grade given."""

    list_display = ("outlet", "letter", "scope", "by", "on")
    list_filter = ("letter",)
    list_select_related = ("outlet", "by")
    search_fields = ("outlet__name", "scope")


@admin.register(Feed)
class FeedAdmin(LedgerAdmin):
    """Where we look for new articles."""

    list_display = ("url", "outlet", "event", "state", "failures", "last_polled_at", "last_error")
    list_filter = ("state",)
    list_select_related = ("outlet", "event")
    search_fields = ("url", "outlet__name")
    autocomplete_fields = ("outlet", "event")
    readonly_fields = (
        "failures", "last_polled_at", "next_poll_at", "last_error", "public_id",
    )  # fmt: skip
    fields = ("url", "outlet", "event", "state", *readonly_fields)
    decisions = (
        Decision(name="again", label="Ask it again now", permission="sources.change_feed",
                 do=lambda feed, person, _: feed_switches.ask_again(feed, by=person),
                 done="The feed is asked again.", form=DecisionForm, direct=True, primary=True,
                 fits=lambda feed: feed.state != FeedState.ACTIVE),
        Decision(name="pause", label="Pause", permission="sources.change_feed",
                 do=lambda feed, person, _: feed_switches.pause(feed, by=person),
                 done="The feed is paused.", form=DecisionForm, direct=True,
                 fits=lambda feed: feed.state != FeedState.PAUSED),
    )  # fmt: skip

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Editors pause a feed or let it be asked; that it fails is found out by asking."""
        if db_field.name == "state":
            kwargs["choices"] = [(one.value, one.label) for one in SWITCHES]
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def store(self, request: HttpRequest, obj: Feed, form: Any, *, change: bool) -> None:
        """A new feed, or one that is made active again, is polled at once."""
        if not change or "state" in form.changed_data:
            obj.next_poll_at = timezone.now()
            obj.failures = 0
        super().store(request, obj, form, change=change)


@admin.register(Origin)
class OriginAdmin(KeptAdmin):
    """Independent reports, each behind one or more articles."""

    list_display = ("public_id", "credit", "created_at")
    search_fields = ("public_id", "credit")


class ArticleEventInline(LedgerInline):
    """What the article is about."""

    model = ArticleEvent
    autocomplete_fields = ("event",)
    fields = ("event", "score", "reason", "decided_by")
    readonly_fields = ("score", "reason", "decided_by")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """An event is added by the ingest's “which event?”, which also has the text read."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never here."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never here."""
        return False


@admin.register(Article)
class ArticleAdmin(LedgerAdmin):
    """Published pages and texts, each in all its versions."""

    list_display = ("title_or_url", "outlet", "published", "language", "gone", "created_at")
    list_filter = ("gone",)
    list_select_related = ("outlet",)
    search_fields = ("title", "canonical_url")
    autocomplete_fields = ("outlet",)
    inlines = (ArticleEventInline,)
    fields = (
        "title", "outlet", "published", "published_found_by", "language", "canonical_url",
        "origin", "gone", "gone_at", "last_fetched_at", "public_id", "versions_list",
    )  # fmt: skip
    readonly_fields = (
        "title", "published_found_by", "canonical_url", "origin", "gone", "gone_at",
        "last_fetched_at", "public_id", "versions_list",
    )  # fmt: skip

    def has_add_permission(self, request: HttpRequest) -> bool:
        """An article comes in by an ingest."""
        return False

    def store(self, request: HttpRequest, obj: Article, form: Any, *, change: bool) -> None:
        """A date that an editor sets is a given one."""
        if "published" in form.changed_data:
            obj.published_found_by = FoundBy.GIVEN if obj.published else FoundBy.NONE
        super().store(request, obj, form, change=change)

    @admin.display(description="Article", ordering="title")
    def title_or_url(self, article: Article) -> str:
        """Its title, else its address."""
        return str(article)

    @admin.display(description="Versions")
    def versions_list(self, article: Article) -> str:
        """A link to the list of its versions."""
        versions = reverse("admin:sources_articleversion_changelist")
        address = f"{versions}?article__id__exact={article.pk}"
        return format_html('<a href="{}">Texts as fetched</a>', address)


@admin.register(ArticleVersion)
class ArticleVersionAdmin(KeptAdmin):
    """Texts as fetched, never changed."""

    list_display = ("title_or_number", "article", "number", "language", "characters", "fetched_at")
    list_select_related = ("article",)
    search_fields = ("title", "article__canonical_url", "public_id")
    fields = (
        "article", "number", "title", "language", "fetched_at", "final_url", "media_type",
        "extractor", "text_sha256", "raw_sha256", "taken_down_at", "takedown_reason",
        "public_id", "words",
    )  # fmt: skip
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Versions without their bytes; the text itself on its own page only."""
        rows = super().get_queryset(request).defer("raw", "bands", "text")
        counted: QuerySet[Any] = rows.annotate(characters=Length("text"))
        return counted

    @admin.display(description="Title")
    def title_or_number(self, version: ArticleVersion) -> str:
        """Its title, else its number."""
        return version.title or f"Version {version.number}"

    @admin.display(description="Characters", ordering="characters")
    def characters(self, version: Any) -> int:
        """How long the text is."""
        return int(version.characters)

    @admin.display(description="Text")
    def words(self, version: ArticleVersion) -> str:
        """The text as fetched, as text."""
        text = version.text[:TEXT_SHOWN]
        return format_html('<div class="fetched">{}</div>', text)


@admin.register(ArticleEvent)
class ArticleEventAdmin(KeptAdmin):
    """Which article is about which event, and who says so."""

    list_display = ("article", "event", "score", "decided_by", "created_at")
    list_select_related = ("article", "event", "decided_by")
    search_fields = ("article__title", "event__title")
