"""From which score on finds enter the queue; what a change would have done is shown before it."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.html import format_html

from claims import trust
from claims.choices import ContradictionState, Kind
from claims.models import Threshold
from claims.permissions import DecisionError
from claims.thresholds import CHANGE, set_threshold
from events.administration import Decision, KeptAdmin, Refused
from events.administration.decisions import DecisionForm


class ThresholdForm(DecisionForm):
    """The new threshold, tried out above, and why."""

    score = forms.FloatField(min_value=0, max_value=1, widget=forms.HiddenInput)
    reason = forms.CharField(
        required=False, max_length=300, label="Reason (optional)",
        help_text="It is kept in the history, for colleagues.",
    )  # fmt: skip


class TryForm(forms.Form):
    """A threshold to try out: it changes nothing."""

    score = forms.FloatField(
        min_value=0, max_value=1, label="Threshold to try",
        widget=forms.NumberInput(attrs={"step": "0.01"}),
        help_text="From 0, which hides nothing, to 1. Finds with a lower score stay out of the "
        "queue.",
    )  # fmt: skip


def _set(threshold: Threshold, person: Any, given: dict[str, Any]) -> None:
    set_threshold(threshold, given["score"], by=person, reason=given["reason"])


@admin.register(Threshold)
class ThresholdAdmin(KeptAdmin):
    """One threshold a kind. It is changed where its effect is in sight."""

    refusals = (Refused, DecisionError)
    list_display = ("kind", "score", "record", "updated_at")
    ordering = ("kind",)
    fields = readonly_fields = ("kind", "score", "effect", "updated_at")
    decisions = (
        Decision(
            name="set", label="Change the threshold…", permission=CHANGE, do=_set,
            done="The threshold is changed, and with it the queue.", form=ThresholdForm,
            primary=True, explain="Finds below it stay stored; a filter of the queue shows them.",
        ),
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Thresholds with what editors decided on the finds of their kinds."""
        told: QuerySet[Any] = (
            super()
            .get_queryset(request)
            .annotate(
                confirmed=trust.decided_of(OuterRef("kind"), ContradictionState.CONFIRMED),
                dismissed=trust.decided_of(OuterRef("kind"), ContradictionState.DISMISSED),
            )
        )
        return told

    @admin.display(description="What editors made of its finds so far")
    def record(self, threshold: Any) -> str:
        """What was decided on finds of the kind, by all versions of the detector."""
        kind = Kind(threshold.kind)
        return trust.Record(kind, "", threshold.confirmed, threshold.dismissed).words

    @admin.display(description="What it does now")
    def effect(self, threshold: Threshold) -> str:
        """How many of the past decisions and of the open finds it hides."""
        found = trust.effect(threshold.kind, threshold.score)
        return format_html(
            "It hides {} of {} open finds. Of the confirmed ones, those below it: {}. Of the "
            "dismissed ones: {}.",
            found.open.hidden, found.open.all, found.confirmed.words, found.dismissed.words,
        )  # fmt: skip

    def decision_page(
        self, request: HttpRequest, decision: Decision, row: Any, form: DecisionForm
    ) -> HttpResponse:
        """The effect of the score that is tried, beside that of the one in force."""
        given = form.data if form.is_bound else request.GET
        # Beside the other form's fields it needs ids of its own.
        trial = TryForm(given if "score" in given else {"score": row.score}, auto_id="try_%s")
        score = trial.cleaned_data["score"] if trial.is_valid() else row.score
        form.fields["score"].initial = score
        answer = super().decision_page(request, decision, row, form)
        assert isinstance(answer, TemplateResponse)
        answer.template_name = "admin/claims/threshold/decide.html"
        assert answer.context_data is not None
        answer.context_data |= {
            "trial": trial,
            "now": trust.effect(row.kind, row.score),
            "then": trust.effect(row.kind, score),
            "same": score == row.score,
        }
        return answer
