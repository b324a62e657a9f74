# ruff: noqa: ARG002 - Django's hooks hand over more than each of ours needs
"""Questions on the desk: reworded, merged, taken apart and split; the machine keeps to it."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from claims import editing, question_editing
from claims.admin.labels import QUESTION_HELP, QUESTION_LABELS
from claims.admin.question_forms import GOES, MergeQuestionForm, SplitForm
from claims.models import Question
from claims.permissions import DecisionError
from events.administration import Decision, LedgerAdmin, Refused
from events.administration.decisions import ReasonForm
from events.administration.versions import VersionedForm

CHANGE = "claims.change_question"
CLAIMS_SHOWN = 20
Given = dict[str, Any]


def _merge(question: Question, person: Any, given: Given) -> None:
    question_editing.merge_questions(question, given["into"], by=person, reason=given["reason"])


def _unmerge(question: Question, person: Any, given: Given) -> None:
    question_editing.unmerge_question(question, by=person, reason=given["reason"])


def _split(question: Question, person: Any, given: Given) -> None:
    question_editing.split_question(
        question,
        given["claims"],
        given["text"],
        by=person,
        reason=given["reason"],
        takes_key=given["later"] == GOES,
    )


def _asked(question: Question) -> bool:
    return question.merged_into_id is None


def _merged(question: Question) -> bool:
    return question.merged_into_id is not None


DECISIONS = (
    Decision(
        name="merge", label="Merge…", permission=CHANGE, do=_merge, form=MergeQuestionForm,
        done="The questions are merged.", fits=_asked,
        explain="All claims move to the other question, and so do those found later for this one.",
    ),
    Decision(
        name="split", label="Split…", permission=CHANGE, do=_split, form=SplitForm,
        done="The chosen claims have a question of their own.", fits=_asked,
        explain="No later reading moves these claims back.",
    ),
    Decision(
        name="unmerge", label="Take out of the merge…", permission=CHANGE, do=_unmerge,
        form=ReasonForm, done="The question stands by itself again.", fits=_merged,
        explain="The claims that the merge moved come back, unless moved on since.",
    ),
)  # fmt: skip


class QuestionForm(VersionedForm):
    """A question's form, in plain words."""

    class Meta:
        labels = QUESTION_LABELS
        help_texts = QUESTION_HELP


@admin.register(Question)
class QuestionAdmin(LedgerAdmin):
    """Questions. The machine finds them; what an editor sets it leaves alone."""

    form = QuestionForm
    decisions = DECISIONS
    refusals = (Refused, DecisionError)
    change_form_template = "admin/claims/question/change_form.html"
    list_display = ("text", "event", "topic", "dispute_key", "edited", "merged_into", "updated_at")
    list_filter = ("topic", "edited")
    list_select_related = ("event", "merged_into")
    search_fields = ("text", "key")
    readonly_fields = ("event", "key", "edited", "merged_into", "public_id")
    fields = (
        "event", "text", "topic", "dispute_key", "unit", "population", "key", "edited",
        "merged_into", "public_id",
    )  # fmt: skip

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Questions come with the claims that answer them."""
        return False

    def store(self, request: HttpRequest, obj: Any, form: Any, *, change: bool) -> None:
        """Let the ledger store it, and tell readers."""
        editing.edit_question(obj, by=request.user, reason=form.cleaned_data.get("why", ""))

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """The form below the claims that answer the question."""
        question = context.get("original")
        if question is not None:
            rows = question.claims.select_related("claimant").defer("search")
            listed = reverse("admin:claims_claim_changelist")
            found = list(rows.order_by("sort_at", "pk")[: CLAIMS_SHOWN + 1])
            context |= {
                "claims": found[:CLAIMS_SHOWN],
                "more": len(found) > CLAIMS_SHOWN,
                "claims_url": f"{listed}?question__id__exact={question.pk}",
                "was_merged": list(question.merged.order_by("pk")[:CLAIMS_SHOWN]),
            }
        return super().render_change_form(request, context, *args, **kwargs)
