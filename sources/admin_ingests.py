# ruff: noqa: ARG002 - Django's hooks hand over more than each of ours needs
"""Ingests on the desk: asking for articles, and saying which event they are about."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html

from events.administration import Decision, KeptAdmin, Refused
from events.administration.decisions import BULK_CAP, DecisionForm
from events.administration.widgets import OneOfMany
from events.models import Event
from events.teams import may_edit
from sources import ingest, waiting
from sources.choices import IngestState
from sources.models import IngestJob, Outlet

OPENS = ("events.add_event", "sources.add_articleevent")


class EventForm(DecisionForm):
    """The event that an article is about."""

    event = forms.ModelChoiceField(Event.objects.filter(merged_into=None))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _type_ahead(self.fields["event"], IngestJob, "event")


class NewEventForm(forms.Form):
    """The event that some waiting articles are the first about; the rest is filled in later."""

    title = forms.CharField(max_length=300, help_text="As a headline without a verdict.")
    began = forms.CharField(
        max_length=64, required=False, label="When it began",
        help_text="As known: 2023-05-22, 2023-05 or 2023-05-22T08:00:00Z. Empty if it is not.",
    )  # fmt: skip
    place = forms.CharField(max_length=200, required=False)


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

    list_display = (
        "source", "state", "why", "event", "perhaps", "attempts", "asked_by", "created_at",
    )  # fmt: skip
    list_filter = ("state",)
    list_select_related = ("event", "requested_by", "feed", "article")
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
        """Its title once it is stored, else the address or the file's name."""
        title = job.article.title if job.article is not None else ""
        return title or str(job) or str(job.article or job.public_id)

    @admin.display(description="Reason", ordering="reason")
    def why(self, job: IngestJob) -> str:
        """What went wrong in words; the code where there are none."""
        return job.reason_text or job.reason

    @admin.display(description="Perhaps about")
    def perhaps(self, job: IngestJob) -> str:
        """The best guess at the event of an article that waits for one."""
        if job.state != IngestState.NEEDS_EVENT or not job.suggestions:
            return ""
        best = job.suggestions[0]
        words = '{} <span class="machine">software, {}</span>'
        return format_html(words, best["title"], f"{best['score']:.2f}")

    @admin.display(description="Asked by")
    def asked_by(self, job: IngestJob) -> str:
        """The person, else the feed."""
        if job.requested_by is not None:
            return str(job.requested_by)
        return "a feed" if job.feed_id else "the command line"

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Also a new event from the chosen articles, for who may open events."""
        actions = super().get_actions(request)
        if "_popup" not in request.GET and request.user.has_perms(OPENS):
            label = "New event from these articles…"
            actions["new_event"] = (_new_event_action, "new_event", label)
        return actions

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any,
                           **kwargs: Any) -> HttpResponse:  # fmt: skip
        """The suggestions, each with a button, and the waiting articles that are alike."""
        job = context.get("original")
        if job is not None and job.state == IngestState.NEEDS_EVENT:
            may_assign = ASSIGN in self.offered(request, job)
            context["suggested"] = _suggested(job, request.user if may_assign else None)
            context["assign_url"] = self.address(job, "decide", ASSIGN.name)
            context["alike"] = waiting.alike(job)
            context["version_url"] = _version_url(job)
            context["may_open"] = request.user.has_perms(OPENS)
            context["list_url"] = reverse("admin:sources_ingestjob_changelist")
        return super().render_change_form(request, context, *args, **kwargs)

    def new_event(self, request: HttpRequest, jobs: "QuerySet[IngestJob]") -> HttpResponse | None:
        """Ask for the new event's words; confirmed, open it with the chosen articles."""
        if not request.user.has_perms(OPENS):
            raise PermissionDenied("Your role does not allow you to open an event.")
        chosen = list(jobs.order_by("pk")[: BULK_CAP + 1])
        if len(chosen) > BULK_CAP:
            messages.error(request, f"At most {BULK_CAP} at once; choose fewer.")
            return None
        first = chosen[0].article.title if chosen and chosen[0].article else ""
        sent = request.POST if "confirm" in request.POST else None
        form = NewEventForm(sent, initial={"title": first})
        if form.is_bound and form.is_valid():
            event = _opened(form, chosen, request.user)
            if event is not None:
                messages.success(request, f"The event is a draft; {len(chosen)} of its articles "
                                          "are being read.")  # fmt: skip
                return HttpResponseRedirect(reverse("admin:events_event_change", args=[event.pk]))
        context = self.admin_site.each_context(request) | {
            "title": f"New event from {len(chosen)} articles",
            "opts": self.opts,
            "form": form,
            "rows": [(self.source(job), job.pk) for job in chosen],
        }
        return TemplateResponse(request, "admin/sources/ingestjob/new_event.html", context)

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


def _new_event_action(
    model_admin: IngestJobAdmin, request: HttpRequest, jobs: "QuerySet[IngestJob]"
) -> HttpResponse | None:
    return model_admin.new_event(request, jobs)


def _opened(form: NewEventForm, jobs: list[IngestJob], person: Any) -> Event | None:
    try:
        return waiting.open_event(jobs, **form.cleaned_data, by=person)
    except ingest.IngestError as refusal:
        form.add_error(None, str(refusal))
    return None


def _suggested(job: IngestJob, person: Any) -> list[dict[str, Any]]:
    """The best guesses as things are now; ``choose`` is the event that the person may choose."""
    guesses = waiting.guesses(job)
    keys = [one["id"] for one in guesses if "id" in one]
    events = {event.public_id: event for event in Event.objects.filter(public_id__in=keys)}
    shown = []
    for one in guesses:
        event = events.get(one.get("id", ""))
        admitted = person is not None and event is not None and may_edit(person, event)
        shown.append({**one, "choose": event if admitted else None})
    return shown


def _version_url(job: IngestJob) -> str:
    if job.version_id is None:
        return ""
    return reverse("admin:sources_articleversion_change", args=[job.version_id])


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
