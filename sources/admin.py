# ruff: noqa: ARG002 - Django's hooks hand over more than each of ours needs
"""Outlets, feeds, articles and ingests on the desk."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.db.models.functions import Length
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from events.administration import Decision, KeptAdmin, LedgerAdmin, LedgerInline, Refused
from events.administration.decisions import DecisionForm
from events.administration.widgets import OneOfMany
from events.models import Event
from events.teams import may_edit
from sources import ingest
from sources.choices import FeedState, FoundBy
from sources.models import (
    Article,
    ArticleEvent,
    ArticleVersion,
    Feed,
    IngestJob,
    Origin,
    Outlet,
    ReliabilityGrade,
)

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


class EventForm(DecisionForm):
    """The event that an article is about."""

    event = forms.ModelChoiceField(Event.objects.filter(merged_into=None))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _type_ahead(self.fields["event"], IngestJob, "event")


class AskForm(forms.Form):
    """What is asked to be taken in: an address or a file."""

    url = forms.CharField(
        required=False, max_length=2000, label="Address of the article",
        widget=forms.TextInput(attrs={"class": "vURLField", "inputmode": "url"}),
    )  # fmt: skip
    file = forms.FileField(
        required=False, label="Or a file", help_text=".txt or .html, at most 5 MiB."
    )
    event = forms.ModelChoiceField(
        Event.objects.filter(merged_into=None), required=False,
        help_text="Leave it empty to have the event guessed; you are asked when unsure.",
    )  # fmt: skip
    outlet = forms.ModelChoiceField(
        Outlet.objects.filter(merged_into=None), required=False,
        help_text="Leave it empty to tell it from the address.",
    )  # fmt: skip
    published = forms.CharField(
        required=False, max_length=64,
        help_text="If the page does not say: 2023-05-22 or 2023-05-22T14:50:00Z.",
    )  # fmt: skip

    def __init__(self, *args: Any, person: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        _type_ahead(self.fields["event"], IngestJob, "event")
        _type_ahead(self.fields["outlet"], IngestJob, "outlet")

    def clean(self) -> dict[str, Any]:
        """Exactly one source, and an event that the person may add to."""
        cleaned = super().clean() or self.cleaned_data
        if bool(cleaned.get("url")) == bool(cleaned.get("file")):
            raise forms.ValidationError("Give an address or a file, one of the two.")
        event = cleaned.get("event")
        if event is not None and not may_edit(self.person, event):
            self.add_error("event", "Only the team of this event may add to it.")
        return cleaned


def _type_ahead(field: Any, model: Any, name: str) -> None:
    widget = OneOfMany(model._meta.get_field(name), admin.site)  # noqa: SLF001 - Django's documented _meta
    widget.is_required = field.required
    widget.choices = field.choices
    field.widget = widget


def _retry(job: IngestJob, person: Any, _: dict[str, Any]) -> None:
    ingest.retry(job, by=person)


def _assign(job: IngestJob, person: Any, given: dict[str, Any]) -> None:
    if not may_edit(person, given["event"]):
        raise Refused("Only the team of this event may add to it.")
    ingest.assign_event(job, given["event"], by=person)


RETRY = Decision(
    name="retry", label="Try again", permission="sources.retry_ingestjob", do=_retry,
    done="It is tried again.", bulk="are tried again", form=DecisionForm, direct=True,
    fits=lambda job: job.state in ingest.RETRYABLE,
)  # fmt: skip
ASSIGN = Decision(
    name="assign", label="Say which event…", permission="sources.add_articleevent", do=_assign,
    done="The article is read about this event.", form=EventForm, primary=True,
    explain="The article is then read about this event; its claims wait in the queue.",
    fits=lambda job: job.version_id is not None,
)  # fmt: skip


@admin.register(IngestJob)
class IngestJobAdmin(KeptAdmin):
    """Articles asked for: how far each has come, and why not further."""

    list_display = ("source", "state", "reason", "event", "attempts", "asked_by", "created_at")
    list_filter = ("state",)
    list_select_related = ("event", "requested_by", "feed")
    search_fields = ("url", "file_name", "public_id")
    decisions = (RETRY, ASSIGN)
    refusals = (Refused, ingest.IngestError)
    change_form_template = "admin/sources/ingestjob/change_form.html"
    fields = (
        "url", "file_name", "state", "reason", "reason_text", "outcome", "event", "outlet",
        "published", "article", "attempts", "next_try_at", "feed", "requested_by", "created_at",
        "settled_at", "public_id",
    )  # fmt: skip
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Jobs without the bytes of given files."""
        return super().get_queryset(request).defer("payload")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Who may ask for articles."""
        return request.user.has_perm("sources.add_ingestjob")

    @admin.display(description="Article")
    def source(self, job: IngestJob) -> str:
        """The address or the file's name."""
        return str(job)

    @admin.display(description="Asked by")
    def asked_by(self, job: IngestJob) -> str:
        """The person, else the feed."""
        if job.requested_by is not None:
            return str(job.requested_by)
        return "a feed" if job.feed_id else "the command line"

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Ask for an article by its address or as a file."""
        if not self.has_add_permission(request):
            raise PermissionDenied("Your role does not allow you to add articles.")
        sent = (request.POST, request.FILES) if request.method == "POST" else ()
        form = AskForm(*sent, person=request.user)
        if form.is_bound and form.is_valid():
            job = _ask(form, request.user)
            if job is not None:
                messages.success(request, "The article is asked for.")
                return HttpResponseRedirect(self.address(job))
        context = self.admin_site.each_context(request) | {
            "title": "Add an article",
            "opts": self.opts,
            "form": form,
            "media": self.media + form.media,
        }
        return TemplateResponse(request, "admin/sources/ingestjob/add.html", context)


def _ask(form: AskForm, person: Any) -> IngestJob | None:
    given = form.cleaned_data
    rest = {name: given[name] for name in ("event", "outlet", "published")}
    try:
        if given["url"]:
            return ingest.request_url(given["url"], requested_by=person, **rest)
        file = given["file"]
        return ingest.request_file(file.name, file.read(), requested_by=person, **rest)
    except ingest.IngestError as refusal:
        form.add_error(None, str(refusal))
    return None
