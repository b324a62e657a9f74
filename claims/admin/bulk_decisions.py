"""What is decided about many claims at once: what it asks for, and how it is taken back.

Nothing here verifies or refutes: what is proposed for many waits, claim by claim, for somebody
else, and a verdict that needs evidence of its own is not proposed for many.
"""

from collections.abc import Sequence
from typing import Any

from django import forms

from claims import editing, question_editing, review, verification
from claims.admin.forms import type_ahead
from claims.admin.question_forms import QuestionChoice
from claims.choices import ProposalState, Review, Status
from claims.models import Claim, Question
from claims.verification import RATIONALE_LENGTH
from events.administration.decisions import DecisionForm, Given, Refused, Undo
from events.models import Actor

ONE_EVENT = "These claims are about several events; choose those of one."
FOR_MANY = (Status.CORROBORATED, Status.INCONCLUSIVE, Status.NOT_CHECKABLE)


class ManyForm(DecisionForm):
    """A decision on ``rows`` at once."""

    def __init__(self, *args: Any, rows: Sequence[Claim] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows


class MoveManyForm(ManyForm):
    """The question that all of them answer."""

    to = QuestionChoice(Question.objects.none(), label="Question")
    reason = forms.CharField(
        max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Readers see it, where a claim is published.",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.of_one_event = len({claim.event_id for claim in self.rows}) == 1
        if self.of_one_event:
            self.fields["to"].offer(self.rows[0].event, besides=None)  # type: ignore[attr-defined]
        else:
            self.fields["to"].help_text = ONE_EVENT

    def clean(self) -> dict[str, Any]:
        """Questions belong to one event."""
        if not self.of_one_event:
            raise forms.ValidationError(ONE_EVENT)
        return super().clean()


class ProposeManyForm(DecisionForm):
    """A status for all of them, and why; each waits for its own approval."""

    status = forms.ChoiceField(
        choices=[(one.value, one.label) for one in FOR_MANY], widget=forms.RadioSelect,
        help_text="“Verified” and “refuted” need evidence of their own: propose them one by one.",
    )  # fmt: skip
    rationale = forms.CharField(
        min_length=RATIONALE_LENGTH, max_length=5000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=f"At least {RATIONALE_LENGTH} characters. Readers see it with each verdict.",
    )  # fmt: skip
    no_evidence_because = forms.CharField(
        max_length=1000, widget=forms.Textarea(attrs={"rows": 2}),
        label="Why there is no evidence",
    )  # fmt: skip


class ClaimantForm(DecisionForm):
    """Who says it."""

    claimant = forms.ModelChoiceField(
        Actor.objects.filter(merged_into=None), required=False,
        help_text="Leave it empty where the article names nobody.",
    )  # fmt: skip
    reason = forms.CharField(
        max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Readers see it, if the claim is published.",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        type_ahead(self.fields["claimant"], Claim, "claimant")


def reattribute(claim: Claim, person: Any, given: Given) -> None:
    """Give the claim to the chosen claimant."""
    _edit(claim, person, given, claimant=given["claimant"])


def propose(claim: Claim, person: Any, given: Given) -> None:
    """Propose the status for the claim by itself; evidence belongs to one claim, so none here."""
    verification.propose(
        claim, status=given["status"], rationale=given["rationale"],
        no_evidence_because=given["no_evidence_because"], by=person,
    )  # fmt: skip


def on_no_page(_claim: Claim) -> bool:
    """What is for many claims only."""
    return False


def _edit(claim: Claim, person: Any, given: Given, **fields: Any) -> None:
    editing.save_edits(claim, fields, by=person, expected_version=claim.row_version,
                       reason=given["reason"])  # fmt: skip


def _claimant(claim: Claim) -> int | None:
    return claim.claimant_id


def _question(claim: Claim) -> int | None:
    return claim.question_id


def _review(claim: Claim) -> str:
    return claim.review


def _give_back(claim: Claim, person: Any, given: Given) -> None:
    _edit(claim, person, given, claimant=Actor.objects.filter(pk=given["was"]).first())


def _move_back(claim: Claim, person: Any, given: Given) -> None:
    question = Question.objects.filter(pk=given["was"]).first()
    if question is None:
        _edit(claim, person, given, question=None)
    else:
        question_editing.move_claim(claim, question, by=person, reason=given["reason"])


def _unpublish(claim: Claim, person: Any, given: Given) -> None:
    if given["was"] == Review.PUBLISHED:
        return
    review.withdraw(claim, by=person, reason=given["reason"], to=Review(given["was"]))


def _unreject(claim: Claim, person: Any, given: Given) -> None:
    if given["was"] != Review.REJECTED:
        review.restore(claim, by=person, reason=given["reason"])


def _unpropose(claim: Claim, person: Any, _given: Given) -> None:
    proposal = claim.proposals.filter(state=ProposalState.PENDING, proposed_by=person.pk).first()
    if proposal is None:
        raise Refused("Your proposal was decided already.")
    verification.withdraw(proposal, by=person)


UNPUBLISH = Undo(_unpublish, _review)
UNREJECT = Undo(_unreject, _review)
MOVE_BACK = Undo(_move_back, _question)
GIVE_BACK = Undo(_give_back, _claimant)
UNPROPOSE = Undo(_unpropose)
