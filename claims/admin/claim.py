# ruff: noqa: ARG002 - Django's hooks hand over more than each of ours needs
"""Claims on the desk: what is said, on which words, and the decisions about it."""

import re
from typing import Any

from django.contrib import admin
from django.contrib.postgres.search import SearchQuery
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from claims import editing, intake, notices
from claims.admin import marks
from claims.admin.claim_decisions import DECISIONS
from claims.admin.filters import WordsFilter
from claims.admin.forms import ProposeForm
from claims.admin.labels import CLAIM_HELP, CLAIM_LABELS
from claims.admin.passages import passages
from claims.admin.reading_links import came_from
from claims.admin.review_links import review_page
from claims.choices import ProposalState, Review
from claims.disputes import disputed_by
from claims.models import AnswerActor, Claim
from claims.origins import support
from claims.permissions import DecisionError
from events.administration import Decision, LedgerAdmin, LedgerInline, Refused
from events.administration.decisions import DecisionForm
from events.administration.paging import QUEUE_CAP
from events.administration.ranges import DateRange
from events.administration.versions import VersionedForm

WORD = re.compile(r"[\w.]+")
EVIDENCE_SHOWN = 20
VERDICTS_SHOWN = 5


class AnswerInline(LedgerInline):
    """Whom the answer names."""

    model = AnswerActor
    autocomplete_fields = ("actor",)
    verbose_name = "actor in the answer"
    verbose_name_plural = "actors in the answer"


class ClaimForm(VersionedForm):
    """A claim's form; what belongs together stays in one event."""

    class Meta:
        labels = CLAIM_LABELS
        help_texts = CLAIM_HELP

    def clean(self) -> dict[str, Any] | None:
        """Question and revised claim belong to the claim's event."""
        cleaned = super().clean() or self.cleaned_data
        event = (
            self.instance.event_id if self.instance.pk else getattr(cleaned.get("event"), "pk", 0)
        )
        for name in ("question", "revises"):
            other = cleaned.get(name)
            if other is not None and other.event_id != event:
                self.add_error(name, "This belongs to another event.")
        return cleaned


@admin.register(Claim)
class ClaimAdmin(LedgerAdmin):
    """Claims. Review state and status change by decisions only."""

    form = ClaimForm
    change_form_template = "admin/claims/claim/change_form.html"
    decisions = DECISIONS
    refusals = (Refused, DecisionError)
    list_display = ("words", "who", "event", "review", "status", "origin", "updated_at")
    list_filter = ("review", "status", "lifecycle", "topic", WordsFilter,
                   ("made_at_from", DateRange), ("created_at", DateRange))  # fmt: skip
    list_select_related = ("claimant", "event", "logged_by")
    ordering = ("-updated_at", "-pk")
    search_fields = ("statement",)
    search_help_text = "Words of the statement or the claimant, or a claim's id."
    autocomplete_fields = ("event", "question", "claimant", "revises")
    inlines = (AnswerInline,)
    readonly_fields = (
        "review", "status", "lifecycle", "merged_into", "found", "published_at", "published_by",
        "edited_fields", "public_id",
    )  # fmt: skip
    fieldsets = (
        (None, {"fields": (
            "event", "statement", ("claimant", "claimant_text"), ("stance", "modality"),
            ("topic", "question"),
        )}),
        ("Answer", {"fields": (
            ("count_low", "count_high"),
            ("low_exclusive", "high_exclusive", "count_approximate", "count_vague"),
            ("unit", "measure", "population", "basis"), "count_text",
            ("rung", "value", "answer_denied"), "answer_names", "place",
        )}),
        ("When", {"fields": (("made_at", "made_at_text"), ("holds", "holds_text"))}),
        ("Standing", {"fields": (
            ("attribution", "primary_source", "key_development"), "revises",
            ("review", "status", "lifecycle"), "merged_into", "found",
            ("published_at", "published_by"), "edited_fields", "public_id",
        )}),
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Claims without their search index."""
        return super().get_queryset(request).defer("search")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A claim stays in its event: it is moved by a decision, not by a form."""
        own = tuple(super().get_readonly_fields(request, obj))
        return own if obj is None else ("event", *own)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What readers see is edited only by who may publish."""
        if not super().has_change_permission(request, obj):
            return False
        if obj is None or obj.review in {Review.PROPOSED, Review.REJECTED}:
            return True
        return obj.review == Review.PUBLISHED and request.user.has_perm("claims.publish_claim")

    def get_search_results(
        self, request: HttpRequest, queryset: "QuerySet[Any]", search_term: str
    ) -> tuple["QuerySet[Any]", bool]:
        """Claims that hold all the words, or their beginnings; or the one with that id."""
        term = search_term.strip()
        if term.startswith("clm_"):
            return queryset.filter(public_id=term), False
        words = WORD.findall(term)
        if not words:
            return (queryset.none() if term else queryset), False
        parts = " & ".join(f"'{word}':*" for word in words)
        query = SearchQuery(parts, config="simple", search_type="raw")
        return queryset.filter(search=query), False

    @admin.display(description="Claim", ordering="statement")
    def words(self, claim: Claim) -> str:
        """What is claimed, shortened."""
        return claim.statement if len(claim.statement) <= 140 else f"{claim.statement[:139]}…"  # noqa: PLR2004 - a line and a half of the list

    @admin.display(description="Claimant")
    def who(self, claim: Claim) -> str:
        """Who says it."""
        return claim.claimant_name

    @admin.display(description="Found by")
    def origin(self, claim: Claim) -> str:
        """Software with its confidence, or a person."""
        if not claim.found_by:
            return "a person"
        return f"software, {claim.confidence:.2f}" if claim.confidence is not None else "software"

    @admin.display(description="Found by")
    def found(self, claim: Claim) -> str:
        """Software with rule and confidence, or the person's name."""
        return marks.found_by(claim)

    def store(self, request: HttpRequest, obj: Claim, form: Any, *, change: bool) -> None:
        """Hand the edits to the ledger, which keeps what a person set from being overwritten."""
        why = form.cleaned_data.get("why", "")
        if not change:
            intake.log_claim(obj, by=request.user, reason=why)
            return
        changes = {name: form.cleaned_data[name] for name in editing.FREE
                   if name in form.changed_data}  # fmt: skip
        version = form.cleaned_data["row_version"]
        editing.save_edits(obj, changes, expected_version=version, by=request.user, reason=why)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:  # noqa: FBT001 - Django's hook
        """The answer's actors, and what they mean for readers and pairs."""
        super().save_related(request, form, formsets, change)
        if change and any(formset.has_changed() for formset in formsets):
            editing.answers_changed(form.instance, by=request.user)

    def response_post_save_change(self, request: HttpRequest, obj: Any) -> HttpResponseRedirect:
        """Back to the review desk for who came from there, else to the list."""
        back = review_page(request)
        return (
            HttpResponseRedirect(back) if back else super().response_post_save_change(request, obj)
        )

    def decision_form(self, decision: Decision, row: Any, request: HttpRequest) -> DecisionForm:
        """The form of a proposal knows who disputes the claim, for its labels."""
        if decision.form is not ProposeForm:
            return super().decision_form(decision, row, request)
        data = (request.POST,) if request.method == "POST" else ()
        names = disputed_by([row]).get(row.pk, [])
        return ProposeForm(*data, row=row, person=request.user, disputed_by=names)

    def after(self, decision: Decision, row: Any, request: HttpRequest) -> str:
        """The claim's page; for what was decided beside a text, the next claim there."""
        return came_from(request) or review_page(request) or super().after(decision, row, request)

    def decision_context(self, decision: Decision, row: Any) -> dict[str, Any]:
        """A proposal is made with what stands for and against the claim in sight."""
        if decision.form is not ProposeForm:
            return {}
        return {"support": support(row), "pairs": marks.told_pairs(row)}

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """The form below what the claim stands on and what stands against it."""
        claim = context.get("original")
        if claim is not None:
            context |= standing(claim)
        return super().render_change_form(request, context, *args, **kwargs)


def standing(claim: Claim) -> dict[str, Any]:
    """What the page shows around the form: words, pairs, evidence, verdicts."""
    quotes = claim.quotes.order_by()[: QUEUE_CAP + 1].count()
    pending = claim.proposals.filter(state=ProposalState.PENDING).select_related("proposed_by")
    evidence = claim.evidence.defer("file").select_related("version", "added_by")
    return {
        "label": marks.label(claim),
        "machine": bool(claim.found_by),
        "found": marks.found_by(claim),
        "passages": passages(claim),
        "quotes": f"{QUEUE_CAP}+" if quotes > QUEUE_CAP else str(quotes),
        "quotes_url": f"{reverse('admin:claims_quote_changelist')}?claim__id__exact={claim.pk}",
        "pairs": marks.told_pairs(claim),
        "notices": notices.about(claim),
        "pending": pending.first(),
        "evidence": list(evidence.order_by("pk")[:EVIDENCE_SHOWN]),
        "verdicts": list(claim.verdicts.order_by("-number")[:VERDICTS_SHOWN]),
    }
