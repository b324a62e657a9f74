"""Verdicts: what they must stand on, who has to look twice, and what readers are told."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from claims import verification
from claims.choices import Bearing, ProposalState, Review, Role, Status
from claims.models import Evidence, Verdict, VerdictProposal
from claims.permissions import NotAllowed
from claims.review import withdraw as withdraw_claim
from claims.verification import VerdictError, approve, needs_second, propose, undo
from sources.models import Origin
from tests.claims.lines import last_line, told
from tests.factories import (
    make_actor,
    make_claim,
    make_event,
    make_outlet,
    make_quote,
    make_user,
    make_version,
)

pytestmark = pytest.mark.django_db
WHY = "The wreck was filmed from two sides and located by its road signs."
NONE = "Nothing can be inspected from outside."


def make_evidence(claim: Any, **fields: Any) -> Any:
    return Evidence.objects.create(
        claim=claim, kind="link", description="Video of the wreck.", bearing=Bearing.FOR, **fields
    )


def proposed(claim: Any, status: Any, by: Any, **fields: Any) -> Any:
    fields = {"rationale": WHY, "no_evidence_because": NONE} | fields
    return propose(claim, status=status, by=by, **fields)


def decided(claim: Any, status: Any) -> Any:
    """A verdict of two people."""
    return approve(proposed(claim, status, make_user("editor")), reviewer=make_user("reviewer"))


def test_a_verdict_needs_two_people_and_is_told_with_its_claim():
    editor, reviewer = make_user("editor"), make_user("reviewer")
    claim = make_claim()
    evidence = make_evidence(claim)

    proposal = proposed(claim, Status.VERIFIED, editor, evidence=[evidence], no_evidence_because="")
    assert claim.verdicts.count() == 0
    verdict = approve(proposal, reviewer=reviewer)

    claim.refresh_from_db()
    proposal.refresh_from_db()
    assert claim.status == Status.VERIFIED
    assert proposal.state == ProposalState.APPROVED
    assert (verdict.number, verdict.previous_status) == (1, Status.UNVERIFIED)
    assert (verdict.proposed_by, verdict.proposed_by_role) == (editor, Role.EDITOR)
    assert (verdict.approved_by, verdict.approved_by_role) == (reviewer, Role.REVIEWER)
    assert list(verdict.evidence.all()) == [evidence]
    assert told(verdict) == ["published"]
    assert last_line(claim).summary == "Unverified → Verified"


@pytest.mark.parametrize("status", [Status.VERIFIED, Status.REFUTED])
def test_nobody_approves_the_own_proposal_where_it_weighs(status):
    reviewer = make_user("reviewer")
    proposal = proposed(make_claim(), status, reviewer)

    with pytest.raises(VerdictError, match="Someone else has to approve your proposal"):
        approve(proposal, reviewer=reviewer)

    assert not Verdict.objects.exists()


@pytest.mark.parametrize("status", [Status.INCONCLUSIVE, Status.NOT_CHECKABLE])
def test_a_light_first_decision_may_be_taken_alone(status):
    editor = make_user("editor")
    claim = make_claim()

    verdict = approve(proposed(claim, status, editor), reviewer=editor)

    assert (verdict.status, verdict.approved_by, verdict.approved_by_role) == (status, None, "")


@pytest.mark.parametrize(
    ("earlier", "status", "second"),
    [
        (None, Status.VERIFIED, True),
        (None, Status.REFUTED, True),
        (None, Status.CORROBORATED, False),
        (None, Status.INCONCLUSIVE, False),
        (None, Status.NOT_CHECKABLE, False),
        (Status.INCONCLUSIVE, Status.NOT_CHECKABLE, True),
        (Status.INCONCLUSIVE, Status.UNVERIFIED, True),
        (Status.INCONCLUSIVE, Status.INCONCLUSIVE, False),
        (Status.VERIFIED, Status.VERIFIED, True),
        (Status.REFUTED, Status.UNVERIFIED, True),
    ],
)
def test_who_has_to_look_twice(earlier, status, second):
    claim = make_claim()
    if earlier:
        decided(claim, earlier)
        claim.refresh_from_db()

    assert needs_second(claim, status) is second


def test_back_to_unverified_and_on_again_is_a_reversal_too():
    claim = make_claim()
    decided(claim, Status.INCONCLUSIVE)
    decided(claim, Status.UNVERIFIED)
    claim.refresh_from_db()

    assert claim.status == Status.UNVERIFIED
    assert needs_second(claim, Status.INCONCLUSIVE)


def test_a_reversal_is_told_as_a_correction():
    claim = make_claim()
    decided(claim, Status.VERIFIED)
    decided(claim, Status.REFUTED)

    assert told(claim) == ["published", "corrected"]
    assert last_line(claim).summary == "Verified → Refuted"
    assert [verdict.number for verdict in claim.verdicts.all()] == [1, 2]


def test_undoing_is_a_proposal_that_somebody_else_approves():
    editor = make_user("reviewer")
    claim = make_claim()
    verdict = decided(claim, Status.VERIFIED)

    proposal = undo(verdict, by=editor, because="The video is older.")

    assert proposal.status == Status.UNVERIFIED
    assert "The video is older." in proposal.rationale
    with pytest.raises(VerdictError, match="Someone else"):
        approve(proposal, reviewer=editor)
    approve(proposal, reviewer=make_user("reviewer"))
    claim.refresh_from_db()
    assert claim.status == Status.UNVERIFIED
    with pytest.raises(VerdictError, match="only the latest"):
        undo(verdict, by=editor)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"rationale": "Because I say so."}, "at least 40 characters"),
        ({"rationale": " " * 50}, "at least 40 characters"),
        ({"no_evidence_because": " "}, "at least one piece of evidence"),
        ({"status": "true"}, "from the list"),
        ({"status": Status.UNVERIFIED}, "nothing to decide"),
    ],
)
def test_what_a_proposal_must_have(fields, words):
    values = {"status": Status.REFUTED, "rationale": WHY, "no_evidence_because": NONE} | fields

    with pytest.raises(VerdictError, match=words):
        propose(make_claim(), by=make_user("editor"), **values)


def test_evidence_of_another_claim_is_refused():
    with pytest.raises(VerdictError, match="belongs to another claim"):
        proposed(
            make_claim(),
            Status.REFUTED,
            make_user("editor"),
            evidence=[make_evidence(make_claim())],
        )


@pytest.mark.parametrize("review", [Review.PROPOSED, Review.REJECTED])
def test_only_published_claims_have_a_status(review):
    with pytest.raises(VerdictError, match="Only published claims"):
        proposed(make_claim(review=review), Status.REFUTED, make_user("editor"))


def test_one_proposal_waits_at_a_time():
    claim = make_claim()
    proposed(claim, Status.REFUTED, make_user("editor"))

    with pytest.raises(VerdictError, match="waits for a decision already"):
        proposed(claim, Status.VERIFIED, make_user("editor"))


def test_a_proposal_is_returned_with_what_is_missing():
    reviewer = make_user("reviewer")
    proposal = proposed(make_claim(), Status.REFUTED, make_user("editor"))

    with pytest.raises(VerdictError, match="Say what is missing"):
        verification.return_proposal(proposal, reviewer=reviewer, comment="")
    verification.return_proposal(proposal, reviewer=reviewer, comment="Who filmed it?")

    proposal.refresh_from_db()
    assert (proposal.state, proposal.comment) == (ProposalState.RETURNED, "Who filmed it?")
    with pytest.raises(VerdictError, match="already returned by"):
        approve(proposal, reviewer=reviewer)


def test_only_the_proposer_withdraws():
    editor = make_user("editor")
    proposal = proposed(make_claim(), Status.REFUTED, editor)

    with pytest.raises(NotAllowed, match="Only who made a proposal"):
        verification.withdraw(proposal, by=make_user("editor"))
    verification.withdraw(proposal, by=editor)

    proposal.refresh_from_db()
    assert proposal.state == ProposalState.WITHDRAWN


def test_a_claim_withdrawn_meanwhile_takes_no_verdict():
    claim = make_claim()
    proposal = proposed(claim, Status.REFUTED, make_user("editor"))
    withdraw_claim(claim, by=make_user("editor"), reason="Misread.")

    with pytest.raises(VerdictError, match="already withdrawn"):
        approve(proposal, reviewer=make_user("reviewer"))


# --- corroborated: independent origins ---------------------------------------------------------


def reported(claim: Any, origin: Any = None, **outlet: Any) -> Any:
    """One more article that quotes the claim."""
    version = make_version(
        f"It was reported that {claim.statement}.", outlet=make_outlet(**outlet), event=claim.event
    )
    version.article.origin = origin or Origin.objects.create()
    version.article.save()
    make_quote(claim, claim.statement, version)
    return version


def test_two_independent_origins_corroborate():
    editor = make_user("editor")
    claim = make_claim(quoted=False)
    reported(claim)
    reported(claim)

    assert proposed(claim, Status.CORROBORATED, editor).status == Status.CORROBORATED


def test_twelve_copies_of_one_report_do_not():
    claim = make_claim(quoted=False)
    origin = Origin.objects.create(credit="Agency")
    for _ in range(12):
        reported(claim, origin)

    with pytest.raises(VerdictError, match="needs 2 independent origins; I count 1"):
        proposed(claim, Status.CORROBORATED, make_user("editor"))


def test_the_channel_of_a_party_does_not_count():
    event = make_event()
    army = make_actor("Army of Aland")
    ministry = make_actor("Ministry of Aland", parent=army)
    event.participations.create(actor=army, role="party")
    claim = make_claim(event=event, quoted=False)
    reported(claim)
    reported(claim, actor=ministry)

    with pytest.raises(VerdictError, match=r"I count 1\. 1 more come from parties"):
        proposed(claim, Status.CORROBORATED, make_user("editor"))


def test_state_media_of_a_party_do_not_count():
    event = make_event()
    event.participations.create(actor=make_actor(country="AX"), role="party")
    claim = make_claim(event=event, quoted=False)
    reported(claim)
    reported(claim, state_linked=True, country="AX")
    reported(claim, state_linked=False, country="AX")

    assert proposed(claim, Status.CORROBORATED, make_user("editor"))
    claim.quotes.filter(version__article__outlet__state_linked=False)[0].delete()
    claim.proposals.update(state=ProposalState.WITHDRAWN)
    with pytest.raises(VerdictError, match="I count 1"):
        proposed(claim, Status.CORROBORATED, make_user("editor"))


def test_repeating_a_party_is_no_corroboration_but_archived_reports_are():
    event = make_event()
    party = make_actor("The Legion")
    event.participations.create(actor=party, role="party")
    claim = make_claim(event=event, claimant=party, quoted=False)
    reported(claim)
    reported(claim)
    editor = make_user("editor")

    with pytest.raises(VerdictError, match="repeat what The Legion says do not count"):
        proposed(claim, Status.CORROBORATED, editor)

    evidence = [
        Evidence.objects.create(
            claim=claim,
            kind="article_version",
            description="Our reporter saw it.",
            bearing=Bearing.FOR,
            version=make_version(event=event),
        )
        for _ in range(2)
    ]
    assert proposed(claim, Status.CORROBORATED, editor, evidence=evidence)


def test_who_is_named_with_another_part_is_no_party():
    event = make_event()
    state = make_actor("Aland")
    governor = make_actor("Governor", parent=state)
    event.participations.create(actor=state, role="party")
    event.participations.create(actor=governor, role="authority")
    claim = make_claim(event=event, claimant=governor, quoted=False)
    reported(claim)
    reported(claim)

    assert proposed(claim, Status.CORROBORATED, make_user("editor"))


# --- what the database itself refuses ------------------------------------------------------------


def test_a_verdict_and_its_evidence_cannot_be_changed_or_removed():
    claim = make_claim()
    evidence = make_evidence(claim)
    proposal = proposed(claim, Status.REFUTED, make_user("editor"), evidence=[evidence])
    verdict = approve(proposal, reviewer=make_user("reviewer"))

    for act in (
        lambda: Verdict.objects.update(rationale="Another reason."),
        verdict.evidence.clear,
        lambda: Verdict.objects.all()._raw_delete("default"),
    ):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            act()


def test_the_database_wants_a_second_person_too():
    claim = make_claim()
    decided(claim, Status.INCONCLUSIVE)
    editor = make_user("editor")
    for status, number in ((Status.VERIFIED, 1), (Status.NOT_CHECKABLE, 2)):
        proposal = VerdictProposal.objects.create(
            claim=claim, status=status, rationale=WHY, proposed_by=editor, state="withdrawn"
        )
        with pytest.raises(IntegrityError, match="second_reviewer"), transaction.atomic():
            Verdict.objects.create(
                claim=claim if number == 2 else make_claim(),
                number=number,
                previous_status=Status.INCONCLUSIVE,
                status=status,
                rationale=WHY,
                proposal=proposal,
                proposed_by=editor,
                proposed_by_role=Role.EDITOR,
                proposed_at=timezone.now() - timedelta(hours=1),
                decided_at=timezone.now(),
            )
