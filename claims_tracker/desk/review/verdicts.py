"""Verdicts that wait for a second reviewer: what would change, on what it stands, against what."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from claims import verification
from claims.admin import marks
from claims.admin.pair_page import reports_of
from claims.admin.passages import passages
from claims.admin.verdict import own_words
from claims.choices import ProposalState, Status
from claims.disputes import disputed_by
from claims.labels import public_label
from claims.models import Claim, Verdict, VerdictProposal
from claims_tracker.accounts.models import User
from claims_tracker.desk.review.places import oldest_first
from claims_tracker.desk.review.queue import (
    Act,
    Asked,
    Mark,
    ReviewQueue,
    UndoError,
    narrowed,
    said,
    simply,
    with_reader,
)
from events.models import Event

SINCE = "proposed_at"
PASSAGES = 2
PAIRS = 6


def rows(person: User, asked: Asked) -> "QuerySet[Any]":
    """What others proposed in the person's events, the oldest first."""
    found: QuerySet[Any] = VerdictProposal.objects.filter(
        state=ProposalState.PENDING, claim__event__in=Event.objects.editable_by(person)
    ).exclude(proposed_by=person)
    return narrowed(found.order_by(SINCE, "pk"), person, asked, event="claim__event", kind="status")


def one(person: User) -> "QuerySet[Any]":
    """All proposals of the person's events, their own too."""
    found = VerdictProposal.objects.filter(claim__event__in=Event.objects.editable_by(person))
    told = found.select_related("claim__event", "claim__claimant", "proposed_by", "decided_by")
    return with_reader(told.defer("claim__search").annotate(reports=reports_of("claim")))


def show(proposal: VerdictProposal, request: HttpRequest) -> dict[str, Any]:
    """The proposal beside what readers see now, with all that speaks for and against it."""
    claim = proposal.claim
    names = disputed_by([claim]).get(claim.pk, [])
    evidence = list(proposal.evidence.defer("file").select_related("version__article__outlet"))
    return {
        "claim": claim,
        "label_now": public_label(claim.status, names),
        "label_then": public_label(proposal.status, names),
        "in_force": _in_force(claim),
        "evidence": evidence,
        "corroborates": proposal.status == Status.CORROBORATED,
        "passages": passages(claim, shown=PASSAGES),
        "pairs": marks.told_pairs(claim, shown_at_most=PAIRS),
        "own": own_words(proposal, request),
    }


def _in_force(claim: Claim) -> Verdict | None:
    """The verdict that readers see now, with what it stands on."""
    found = claim.verdicts.select_related("approved_by", "proposed_by")
    return found.prefetch_related("evidence").order_by("-number").first()


def _undo_approving(proposal: VerdictProposal, person: User, _mark: Mark) -> None:
    verdict = Verdict.objects.filter(proposal=proposal).first()
    if verdict is None:
        raise UndoError("There is no verdict to take back.")
    verification.undo(verdict, by=person, because="Undone on the review desk.")


def _comment(given: dict[str, Any]) -> dict[str, Any]:
    return given | {"comment": given.get("note", "")}


def _returned(proposal: VerdictProposal, _mark: Mark) -> str:
    return f"Returned to {proposal.proposed_by}, who may propose it again."


QUEUE = ReviewQueue(
    name="verdicts",
    title="Second review",
    asks="Does the evidence carry this verdict?",
    model=VerdictProposal,
    part="verdict",
    rows=rows,
    one=one,
    show=show,
    order=oldest_first(SINCE),
    as_list="admin:claims_verdictproposal_changelist",
    list_query="?state__exact=pending",
    kinds=tuple((str(status.value), str(status.label)) for status in Status),
    acts={
        "approve": Act(
            simply("approve"),
            said("Approved."),
            undo=_undo_approving,
            undone="Proposed to take the verdict back. It stands until another person agrees.",
        ),
        "return": Act(simply("return"), _returned, fills=_comment),
    },
)
