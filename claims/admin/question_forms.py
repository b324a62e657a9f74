"""What the decisions about questions ask for. They work without scripts: lists, not type-ahead."""

from collections.abc import Iterable
from typing import Any

from django import forms

from claims.models import Claim, Question
from claims.question_editing import asked_in
from claims.questions import TEXT_LENGTH
from events.administration.decisions import DecisionForm

CLAIMS_SHOWN = 100
QUESTIONS_SHOWN = 500
STAYS, GOES = "old", "new"


class QuestionChoice(forms.ModelChoiceField):  # type: ignore[type-arg] # the stubs' generic is none at run time
    """One question of an event, those of one topic together."""

    def offer(self, event: Any, *, besides: int | None) -> None:
        """Offer the event's questions but for one."""
        rows = asked_in(event).exclude(pk=besides or 0)
        self.queryset = rows
        shown = list(rows[:QUESTIONS_SHOWN])
        self.choices = [("", "Choose a question"), *_by_topic(shown)]


class ClaimChoices(forms.ModelMultipleChoiceField):  # type: ignore[type-arg] # as above
    """Some claims of a question."""

    widget = forms.CheckboxSelectMultiple


class MoveForm(DecisionForm):
    """The question that a claim answers."""

    to = QuestionChoice(Question.objects.none(), label="Question")
    reason = forms.CharField(
        max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        label="Reason (optional)", help_text="Readers see it, if the claim is published.",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].offer(self.row.event, besides=self.row.question_id)  # type: ignore[attr-defined]


class MergeQuestionForm(DecisionForm):
    """The question that stands for both."""

    into = QuestionChoice(Question.objects.none(), label="Merge into")
    reason = forms.CharField(
        max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Readers see it, if they can see the question.",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["into"].offer(self.row.event, besides=self.row.pk)  # type: ignore[attr-defined]


class SplitForm(DecisionForm):
    """The claims that go to a new question, and where later ones belong."""

    claims = ClaimChoices(Claim.objects.none(), label="Claims that the new question is about")
    text = forms.CharField(
        max_length=TEXT_LENGTH, label="The new question",
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )  # fmt: skip
    later = forms.ChoiceField(
        choices=[
            (STAYS, "To this question, as before"),
            (GOES, "To the new question"),
        ],
        initial=STAYS, widget=forms.RadioSelect,
        label="Where do new claims go that the software finds for this question?",
    )  # fmt: skip
    reason = forms.CharField(max_length=300, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = self.row.claims.select_related("claimant").defer("search")
        self.fields["claims"].queryset = rows  # type: ignore[attr-defined]
        shown = rows.order_by("sort_at", "pk")[: CLAIMS_SHOWN + 1]
        self.fields["claims"].choices = [(row.pk, _told(row)) for row in shown[:CLAIMS_SHOWN]]  # type: ignore[attr-defined]
        if len(shown) > CLAIMS_SHOWN:
            self.fields[
                "claims"
            ].help_text = f"The first {CLAIMS_SHOWN}. Move others on their own pages."


def _told(claim: Claim) -> str:
    return f"{claim} ({claim.get_review_display().lower()})"


def _by_topic(questions: Iterable[Question]) -> list[tuple[str, list[tuple[int, str]]]]:
    groups: dict[str, list[tuple[int, str]]] = {}
    for question in questions:
        groups.setdefault(question.get_topic_display(), []).append((question.pk, question.text))
    return list(groups.items())
