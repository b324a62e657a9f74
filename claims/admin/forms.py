"""What the decisions about claims, pairs and verdicts ask for."""

from typing import Any

from django import forms
from django.contrib import admin

from claims.alike import same_answer
from claims.choices import Bearing, DismissalReason, EvidenceKind, Status
from claims.labels import public_label
from claims.models import Claim, Evidence, Quote
from claims.models.verdict import NEEDS_SECOND
from claims.verification import RATIONALE_LENGTH
from events.administration.decisions import DecisionForm
from events.administration.widgets import OneOfMany
from sources.models import ArticleVersion

MAX_FILE = 5 * 1024 * 1024
EVIDENCE_SHOWN = 50


def type_ahead(field: Any, model: Any, name: str) -> None:
    """Let the field be filled by typing, as the admin does for the model's field of that name."""
    widget = OneOfMany(model._meta.get_field(name), admin.site)  # noqa: SLF001 - Django's documented _meta
    widget.is_required = field.required
    widget.choices = field.choices
    field.widget = widget


class MergeForm(DecisionForm):
    """The claim that stands for both."""

    into = forms.ModelChoiceField(Claim.objects.filter(merged_into=None), label="Merge into")
    reason = forms.CharField(
        max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Readers see it, if the claim was published.",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        type_ahead(self.fields["into"], Claim, "revises")


class QuoteForm(DecisionForm):
    """Words of an article that the claim stands on."""

    version = forms.ModelChoiceField(ArticleVersion.objects.defer("text", "raw", "bands"),
                                     label="Article")  # fmt: skip
    words = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 4}), label="Exact words",
        help_text="Copied from the article's text as we have it; its place is found for you.",
    )  # fmt: skip
    nth = forms.IntegerField(
        min_value=1, initial=1, label="Which place",
        help_text="1, unless the words stand in the text more than once.",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        type_ahead(self.fields["version"], Quote, "version")


class EvidenceForm(DecisionForm):
    """A piece of evidence for or against the claim."""

    kind = forms.ChoiceField(choices=EvidenceKind.choices)
    bearing = forms.ChoiceField(choices=Bearing.choices)
    description = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}), label="What it shows", max_length=2000
    )
    url = forms.URLField(required=False, max_length=2000, assume_scheme="https", label="Address")
    version = forms.ModelChoiceField(
        ArticleVersion.objects.defer("text", "raw", "bands"), required=False,
        label="Archived article",
    )  # fmt: skip
    file = forms.FileField(required=False, help_text="At most 5 MiB; kept with its hash.")
    credibility = forms.IntegerField(
        required=False, min_value=1, max_value=6,
        help_text="1 (confirmed) to 6 (cannot be judged); apart from how reliable the source is.",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        type_ahead(self.fields["version"], Evidence, "version")

    def clean_file(self) -> Any:
        """Refuse what is too large to be kept in the database."""
        file = self.cleaned_data["file"]
        if file is not None and file.size > MAX_FILE:
            raise forms.ValidationError("The file is larger than 5 MiB.")
        return file


class ProposeForm(DecisionForm):
    """A status, why, and on what it stands. Each status shows the label readers would see."""

    status = forms.ChoiceField(choices=Status.choices, widget=forms.RadioSelect)
    rationale = forms.CharField(
        min_length=RATIONALE_LENGTH, max_length=5000, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=f"At least {RATIONALE_LENGTH} characters. Readers see it with the verdict.",
    )  # fmt: skip
    evidence = forms.ModelMultipleChoiceField(
        Evidence.objects.none(), required=False, widget=forms.CheckboxSelectMultiple,
        label="Evidence it stands on",
    )  # fmt: skip
    no_evidence_because = forms.CharField(
        required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2}),
        label="Or why there is no evidence",
    )  # fmt: skip

    also = forms.ModelMultipleChoiceField(
        Claim.objects.none(), required=False, widget=forms.CheckboxSelectMultiple,
        label="Also for these claims, which give the same answer",
        help_text="Each gets the verdict and the evidence; they are approved together.",
    )  # fmt: skip

    def __init__(self, *args: Any, disputed_by: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        claim = self.row
        self._offer_alike(claim)
        rows = Evidence.objects.filter(claim=claim).defer("file").order_by("pk")
        self.fields["evidence"].queryset = rows  # type: ignore[attr-defined]
        shown = rows[:EVIDENCE_SHOWN]
        self.fields["evidence"].choices = [(row.pk, str(row)) for row in shown]  # type: ignore[attr-defined]
        decided = claim.verdicts.exists()
        self.fields["status"].choices = [  # type: ignore[attr-defined]
            (status.value, _preview(claim, status, list(disputed_by), decided=decided))
            for status in Status
        ]

    def _offer_alike(self, claim: Claim) -> None:
        alike = same_answer(claim)
        if not alike:
            self.fields["also"].widget = forms.MultipleHiddenInput()
            return
        field: Any = self.fields["also"]
        field.queryset = Claim.objects.filter(pk__in=[other.pk for other in alike]).defer("search")
        field.choices = [(other.pk, str(other)) for other in alike]


class DismissForm(DecisionForm):
    """Why a flagged pair is no contradiction."""

    reason = forms.ChoiceField(choices=DismissalReason.choices, widget=forms.RadioSelect)
    note = forms.CharField(required=False, max_length=300, label="Note (needed for “Other”)")


class PairNoteForm(DecisionForm):
    """A confirmation, with a note if one likes."""

    note = forms.CharField(required=False, max_length=300, label="Note (optional)")


class ReopenForm(DecisionForm):
    """Why a decided pair is looked at again."""

    note = forms.CharField(max_length=300, label="Why do you look at it again?")


class CommentForm(DecisionForm):
    """What is missing in a proposal."""

    comment = forms.CharField(
        max_length=2000, widget=forms.Textarea(attrs={"rows": 4}), label="What is missing"
    )


def _preview(claim: Claim, status: Status, disputed_by: list[str], *, decided: bool) -> str:
    words = f"{status.label}: readers see “{public_label(status, disputed_by)}”"
    second = _asks_second(claim, status, decided=decided)
    return f"{words}. A different person has to approve it." if second else f"{words}."


def _asks_second(claim: Claim, status: Status, *, decided: bool) -> bool:
    return status in NEEDS_SECOND or (decided and status != claim.status)
