"""Two people deciding at once: one wins, the other is told in words."""

import threading
from contextlib import closing
from typing import Any

import pytest
from django.db import connections

from claims import contradictions, verification
from claims.choices import ContradictionState, Review, Status
from claims.models import Change, Verdict
from claims.permissions import DecisionError
from claims.review import publish
from tests.factories import make_claim, make_contradiction, make_user

pytestmark = pytest.mark.django_db(transaction=True)
WHY = "The wreck was filmed from two sides and located by its road signs."


def at_once(*acts: Any) -> Any:
    """Run the acts in threads with connections of their own; their results or refusals."""
    gate = threading.Barrier(len(acts))
    results: list[Any] = [None] * len(acts)

    def run(number: Any, act: Any) -> Any:
        with closing(connections["default"]):
            gate.wait(timeout=30)
            try:
                results[number] = act()
            except Exception as error:  # noqa: BLE001 - refusals are results here
                results[number] = error

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return results


def refusals(results: Any) -> Any:
    return [str(one) for one in results if isinstance(one, Exception)]


def test_of_two_reviewers_one_approves_and_the_other_is_told():
    claim = make_claim()
    proposal = verification.propose(
        claim,
        status=Status.VERIFIED,
        rationale=WHY,
        no_evidence_because="None needed.",
        by=make_user("editor"),
    )
    reviewers = [make_user("reviewer") for _ in range(2)]

    results = at_once(
        *(lambda who=who: verification.approve(proposal, reviewer=who) for who in reviewers)
    )

    winner = Verdict.objects.get().approved_by
    assert refusals(results) == [f"This proposal was already approved by {winner}."]


def test_approving_and_returning_at_once_leaves_one_decision():
    claim = make_claim()
    proposal = verification.propose(
        claim,
        status=Status.REFUTED,
        rationale=WHY,
        no_evidence_because="None needed.",
        by=make_user("editor"),
    )
    first, second = make_user("reviewer"), make_user("reviewer")

    results = at_once(
        lambda: verification.approve(proposal, reviewer=first),
        lambda: verification.return_proposal(proposal, reviewer=second, comment="Who says so?"),
    )

    proposal.refresh_from_db()
    claim.refresh_from_db()
    assert len(refusals(results)) == 1
    assert Verdict.objects.count() == (proposal.state == "approved")
    assert (claim.status == Status.REFUTED) == (proposal.state == "approved")


def test_of_two_proposals_at_once_one_waits():
    claim = make_claim()
    editors = [make_user("editor") for _ in range(2)]

    results = at_once(
        *(
            lambda who=who: verification.propose(
                claim, status=Status.REFUTED, rationale=WHY, no_evidence_because="None.", by=who
            )
            for who in editors
        )
    )

    assert refusals(results) == ["Another proposal for this claim waits for a decision already."]
    assert claim.proposals.count() == 1


def test_publishing_twice_at_once_is_told_once():
    claim = make_claim(review=Review.PROPOSED)
    editors = [make_user("editor") for _ in range(4)]

    results = at_once(*(lambda who=who: publish(claim, by=who) for who in editors))

    assert refusals(results) == []
    assert Change.objects.filter(object_id=claim.public_id).count() == 1


def test_confirming_and_dismissing_at_once_leaves_one_decision():
    pair = make_contradiction(state=ContradictionState.OPEN)
    first, second = make_user("editor"), make_user("editor")

    results = at_once(
        lambda: contradictions.confirm(pair, by=first),
        lambda: contradictions.dismiss(pair, by=second, reason="different_time"),
    )

    pair.refresh_from_db()
    assert [type(one) is contradictions.ContradictionError for one in results].count(True) == 1
    assert issubclass(contradictions.ContradictionError, DecisionError)
    assert refusals(results) == [f"This pair was already {pair.state}. Reopen it to decide anew."]
