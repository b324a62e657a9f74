"""One decision on several claims that give the same answer: proposed, and approved, together.

Each claim has a proposal and a verdict of its own; the first proposal leads the others, so that
the reviewer sees what goes together and decides on it once.
"""

from collections.abc import Iterable

from django.db.models import QuerySet

from claims.alike import same_answer
from claims.changes import decision
from claims.choices import ProposalState, Status
from claims.intake import give_evidence
from claims.models import Claim, Evidence, Verdict, VerdictProposal
from claims.permissions import require
from claims.review import lock
from claims.verification import PROPOSE, VerdictError, approve, propose
from events.teams import Person

COPIED = (
    "kind", "bearing", "description", "url", "version", "file", "file_name", "media_type",
    "credibility", "is_public",
)  # fmt: skip


def propose_together(
    claim: Claim,
    others: Iterable[Claim],
    *,
    status: Status | str,
    rationale: str,
    evidence: Iterable[Evidence] = (),
    no_evidence_because: str = "",
    by: Person,
) -> VerdictProposal:
    """Propose the status for the claim and for others that give the same answer.

    The evidence is added to each of them. One that cannot be proposed for refuses them all, with
    its name. Returns the claim's own proposal, which leads the rest.
    """
    with decision(by, rationale):
        given = list(evidence)
        rest = sorted(others, key=lambda row: row.pk)
        lock(claim, *rest)  # in one go: two who propose for the same claims must not wait in a ring
        lead = propose(
            claim,
            status=status,
            rationale=rationale,
            evidence=given,
            no_evidence_because=no_evidence_because,
            by=by,
        )
        alike = {other.pk for other in same_answer(claim)}
        for other in rest:
            if other.pk not in alike:
                raise VerdictError(f"“{other}” does not give the same answer any more.")
            follower = _propose_for(other, given, lead, by)
            follower.lead = lead
            follower.save(update_fields=["lead", "updated_at"])
    return lead


def together_with(proposal: VerdictProposal) -> QuerySet[VerdictProposal]:
    """The other proposals made together with this one that still wait: one query."""
    lead = proposal.lead_id or proposal.pk
    rows = VerdictProposal.objects.filter(lead=lead) | VerdictProposal.objects.filter(pk=lead)
    rows = rows.exclude(pk=proposal.pk).filter(state=ProposalState.PENDING)
    return rows.select_related("claim__claimant", "claim__event").order_by("claim", "pk")


def approve_together(proposal: VerdictProposal, *, reviewer: Person) -> list[Verdict]:
    """Approve a proposal and those made together with it, all or none.

    In the order of their claims, so that two reviewers at once do not wait for each other.
    """
    with decision(reviewer, proposal.rationale):
        both = sorted([proposal, *together_with(proposal)], key=lambda row: row.claim_id)
        return [approve(one, reviewer=reviewer) for one in both]


def _propose_for(
    other: Claim, given: list[Evidence], lead: VerdictProposal, by: Person
) -> VerdictProposal:
    require(by, PROPOSE, other.event)
    try:
        return propose(
            other,
            status=lead.status,
            rationale=lead.rationale,
            evidence=[_copied(one, other, by) for one in given],
            no_evidence_because=lead.no_evidence_because,
            by=by,
        )
    except VerdictError as refusal:
        raise VerdictError(f"“{other}”: {refusal}") from None


def _copied(evidence: Evidence, claim: Claim, by: Person) -> Evidence:
    """The same material for another claim; the one it has already is taken, not doubled."""
    values = {name: getattr(evidence, name) for name in COPIED}
    known = {name: value for name, value in values.items() if name != "file"}
    there = Evidence.objects.filter(claim=claim, sha256=evidence.sha256, **known).first()
    return there or give_evidence(Evidence(claim=claim, **values), by=by)
