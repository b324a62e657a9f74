"""How a claim's status changes: somebody proposes, and where it weighs, somebody else approves.

Verdicts are the history and are never changed; ``Claim.status`` repeats the latest one, so that
lists can filter on it. The claim's row is locked first, so of two reviewers who decide at once
the second sees what the first decided, and is told.
"""

from collections.abc import Iterable

from django.utils import timezone

from claims.changes import Log, decision
from claims.choices import ProposalState, Review, Role, Status
from claims.models import Claim, Evidence, Verdict, VerdictProposal
from claims.models.verdict import NEEDS_SECOND
from claims.origins import support
from claims.permissions import DecisionError, NotAllowed, require
from claims.review import locked, save
from events.teams import Person

PROPOSE = "claims.add_verdictproposal"
APPROVE = "claims.approve_verdictproposal"
RATIONALE_LENGTH = 40


class VerdictError(DecisionError):
    """The verdict cannot be proposed or decided; the text says why."""


def needs_second(claim: Claim, status: Status | str) -> bool:
    """Whether a different person has to approve this status.

    "Verified", "refuted" and every step away from a status decided earlier do; a first
    "corroborated", "inconclusive" or "not checkable" does not.
    """
    return status in NEEDS_SECOND or (status != claim.status and claim.verdicts.exists())


def propose(
    claim: Claim,
    *,
    status: Status | str,
    rationale: str,
    evidence: Iterable[Evidence] = (),
    no_evidence_because: str = "",
    by: Person,
) -> VerdictProposal:
    """Propose a status for a published claim, with at least 40 characters of why.

    It stands on evidence of this claim, or says why there is none. One proposal may wait at a
    time. Where ``needs_second`` is false the proposer may approve it too.
    """
    with decision(by, rationale):
        claim = locked(claim)
        require(by, PROPOSE, claim.event)
        given = list(evidence)
        _may_be_proposed(claim, status)
        _stands_on_something(claim, rationale, given, no_evidence_because)
        _is_corroborated(claim, status, given)
        proposal = VerdictProposal.objects.create(
            claim=claim,
            status=status,
            rationale=rationale.strip(),
            no_evidence_because=no_evidence_because.strip(),
            proposed_by_id=by.pk,
        )
        proposal.evidence.set(given)
    return proposal


def approve(proposal: VerdictProposal, *, reviewer: Person) -> Verdict:
    """Make the proposed status the claim's own, and keep it as a verdict.

    Raises VerdictError when the reviewer proposed it and a second pair of eyes is needed, when
    it is no longer pending, or when the claim is no longer published.
    """
    with decision(reviewer, proposal.rationale) as log:
        claim, proposal = _locked(proposal)
        second = needs_second(claim, proposal.status)
        own = proposal.proposed_by_id == reviewer.pk
        require(reviewer, PROPOSE if own and not second else APPROVE, claim.event)
        _is_pending(proposal)
        if own and second:
            raise VerdictError("Someone else has to approve your proposal.")
        _is_published(claim)
        _is_corroborated(claim, proposal.status, proposal.evidence.all())
        _settle(proposal, ProposalState.APPROVED, reviewer)
        verdict = _keep(claim, proposal, reviewer)
        _tell(claim, verdict, log)
    return verdict


def return_proposal(
    proposal: VerdictProposal, *, reviewer: Person, comment: str
) -> VerdictProposal:
    """Give the proposal back to its maker, saying what is missing."""
    with decision(reviewer, comment):
        claim, proposal = _locked(proposal)
        require(reviewer, APPROVE, claim.event)
        _is_pending(proposal)
        if proposal.proposed_by_id == reviewer.pk:
            raise VerdictError("This is your own proposal; withdraw it instead.")
        if not comment.strip():
            raise VerdictError("Say what is missing.")
        _settle(proposal, ProposalState.RETURNED, reviewer, comment)
    return proposal


def withdraw(proposal: VerdictProposal, *, by: Person) -> VerdictProposal:
    """Take one's own proposal back."""
    with decision(by, "The proposer withdrew it."):
        claim, proposal = _locked(proposal)
        require(by, PROPOSE, claim.event)
        if proposal.state == ProposalState.WITHDRAWN:
            return proposal
        _is_pending(proposal)
        if proposal.proposed_by_id != by.pk:
            raise NotAllowed("Only who made a proposal can withdraw it; return it instead.")
        _settle(proposal, ProposalState.WITHDRAWN, by)
    return proposal


def undo(verdict: Verdict, *, by: Person, because: str = "") -> VerdictProposal:
    """Propose to go back to the status before the claim's latest verdict.

    Like every reversal it waits for a different person; the verdict itself stays in the history.
    """
    if verdict.claim.verdicts.filter(number__gt=verdict.number).exists():
        raise VerdictError("A later verdict followed; only the latest can be undone.")
    rationale = (
        f"Takes back the verdict “{verdict.get_status_display()}” of "
        f"{verdict.decided_at:%d %B %Y}. {because}"
    )
    return propose(
        verdict.claim,
        status=verdict.previous_status,
        rationale=rationale,
        evidence=verdict.evidence.all(),
        no_evidence_because="It takes an earlier verdict back.",
        by=by,
    )


def _locked(proposal: VerdictProposal) -> tuple[Claim, VerdictProposal]:
    """Claim first, then proposal: every decision on a claim queues up at its row."""
    claim = locked(Claim(pk=proposal.claim_id))
    rows = VerdictProposal.objects.select_for_update(of=("self",))
    return claim, rows.get(pk=proposal.pk)


def _is_published(claim: Claim) -> None:
    if claim.review != Review.PUBLISHED:
        raise VerdictError(f"Only published claims have a status; this one is {claim.review}.")


def _is_pending(proposal: VerdictProposal) -> None:
    if proposal.is_pending:
        return
    who = "" if proposal.decided_by is None else f" by {proposal.decided_by}"
    state = ProposalState(proposal.state).name.lower()
    raise VerdictError(f"This proposal was already {state}{who}.")


def _may_be_proposed(claim: Claim, status: Status | str) -> None:
    _is_published(claim)
    if status not in Status.values:
        raise VerdictError("Choose a status from the list.")
    if status == claim.status == Status.UNVERIFIED:
        raise VerdictError("The claim is unverified as it stands; there is nothing to decide.")
    if claim.proposals.filter(state=ProposalState.PENDING).exists():
        raise VerdictError("Another proposal for this claim waits for a decision already.")


def _stands_on_something(
    claim: Claim, rationale: str, evidence: list[Evidence], no_evidence_because: str
) -> None:
    if len(rationale.strip()) < RATIONALE_LENGTH:
        raise VerdictError(f"Say why in at least {RATIONALE_LENGTH} characters.")
    if any(row.claim_id != claim.pk for row in evidence):
        raise VerdictError("This evidence belongs to another claim; add it to this one first.")
    if not evidence and not no_evidence_because.strip():
        raise VerdictError("Give at least one piece of evidence, or say why there is none.")


def _is_corroborated(claim: Claim, status: Status | str, evidence: Iterable[Evidence]) -> None:
    if status == Status.CORROBORATED:
        refusal = support(claim, evidence).refusal
        if refusal:
            raise VerdictError(refusal)


def _settle(proposal: VerdictProposal, state: ProposalState, by: Person, comment: str = "") -> None:
    proposal.state = state
    proposal.decided_by_id = by.pk
    proposal.decided_at = timezone.now()
    proposal.comment = comment
    proposal.save()


def _keep(claim: Claim, proposal: VerdictProposal, reviewer: Person) -> Verdict:
    own = proposal.proposed_by_id == reviewer.pk
    verdict = Verdict.objects.create(
        claim=claim,
        number=claim.verdicts.count() + 1,
        previous_status=claim.status,
        status=proposal.status,
        rationale=proposal.rationale,
        no_evidence_because=proposal.no_evidence_because,
        proposal=proposal,
        proposed_by_id=proposal.proposed_by_id,
        proposed_by_role=_role(proposal.proposed_by),
        proposed_at=proposal.proposed_at,
        approved_by_id=None if own else reviewer.pk,
        approved_by_role="" if own else _role(reviewer),
        decided_at=timezone.now(),
    )
    verdict.evidence.set(proposal.evidence.all())
    claim.status = verdict.status
    save(claim, "status")
    return verdict


def _role(person: object) -> Role:
    return Role(getattr(person, "role", Role.REPORTER))


def _tell(claim: Claim, verdict: Verdict, log: Log) -> None:
    """A first decision is news; a step away from an earlier one is a correction."""
    was, now = Status(verdict.previous_status).label, Status(verdict.status).label
    reversal = verdict.number > 1 and verdict.previous_status != verdict.status
    summary = f"{was} → {now}" if was != now else f"{now}, confirmed"
    log.add("published", verdict, summary=summary)
    log.add("corrected" if reversal else "changed", claim, summary=summary)
    log.touch_around(claim)
