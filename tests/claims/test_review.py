"""Publishing, rejecting and taking back, by what they change for readers and in the history."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from claims import review
from claims.choices import Lifecycle, ProposalState, Review, Status
from claims.models import Change, Claim, VerdictProposal
from claims.permissions import NotAllowed
from claims.review import ReviewError
from events.choices import Visibility
from tests.claims.lines import last_line, last_step, lines_of, told
from tests.factories import make_claim, make_contradiction, make_event, make_user

pytestmark = pytest.mark.django_db
PROPOSED: dict[str, Any] = {"review": Review.PROPOSED}


def test_publishing_shows_the_claim_and_tells_it_once():
    editor = make_user("editor")
    claim = make_claim(**PROPOSED)

    review.publish(claim, by=editor)
    review.publish(claim, by=editor)

    claim.refresh_from_db()
    assert (claim.review, claim.published_by) == (Review.PUBLISHED, editor)
    assert list(Claim.objects.public()) == [claim]
    assert told(claim) == ["published"]
    assert told(claim.claimant) == ["published"]


def test_the_log_holds_the_public_form_of_a_published_claim():
    claim = make_claim(statement="70 attackers were killed", **PROPOSED)

    review.publish(claim, by=make_user("editor"))

    after = last_line(claim).after
    assert (after["id"], after["statement"]) == (claim.public_id, "70 attackers were killed")


def test_a_claim_of_a_draft_event_is_published_for_later_and_not_told():
    claim = make_claim(event=make_event(visibility=Visibility.DRAFT), **PROPOSED)

    claim = review.publish(claim, by=make_user("editor"))

    assert claim.review == Review.PUBLISHED
    assert not Claim.objects.public().exists()
    assert not Change.objects.exists()


def test_a_claim_without_words_to_stand_on_is_not_published():
    claim = make_claim(quoted=False, **PROPOSED)

    with pytest.raises(ReviewError, match="add a quote or evidence first"):
        review.publish(claim, by=make_user("editor"))

    claim.refresh_from_db()
    assert claim.review == Review.PROPOSED


def test_evidence_serves_where_there_is_no_quote():
    claim = make_claim(quoted=False, **PROPOSED)
    claim.evidence.create(kind="note", description="Heard at the press conference.")

    assert review.publish(claim, by=make_user("editor")).review == Review.PUBLISHED


def test_publishing_marks_the_figure_it_revises_and_withdrawing_unmarks_it():
    editor = make_user("editor")
    event = make_event()
    earlier = make_claim(event=event)
    later = make_claim(event=event, claimant=earlier.claimant, revises=earlier, **PROPOSED)

    review.publish(later, by=editor)
    earlier.refresh_from_db()
    assert earlier.lifecycle == Lifecycle.REVISED
    assert told(earlier) == ["published"]

    review.withdraw(later, by=editor, reason="Misread figure.")
    earlier.refresh_from_db()
    assert earlier.lifecycle == Lifecycle.CURRENT
    assert told(earlier) == ["published", "changed"]


def test_a_figure_revised_twice_stays_revised_when_one_revision_goes():
    editor = make_user("editor")
    earlier = make_claim(lifecycle=Lifecycle.REVISED)
    first, second = (make_claim(event=earlier.event, revises=earlier) for _ in range(2))

    review.withdraw(first, by=editor, reason="Misread figure.")

    earlier.refresh_from_db()
    assert earlier.lifecycle == Lifecycle.REVISED
    assert second.revises == earlier


def test_a_rejected_claim_stays_and_may_come_back():
    editor = make_user("editor")
    claim = make_claim(**PROPOSED)

    claim = review.reject(claim, by=editor, reason="A headline.")
    assert claim.review == Review.REJECTED

    claim = review.restore(claim, by=editor)
    assert claim.review == Review.PROPOSED
    assert not Change.objects.exists()


@pytest.mark.parametrize(
    ("state", "act", "words"),
    [
        (Review.PUBLISHED, review.reject, "withdraw it instead"),
        (Review.PROPOSED, review.withdraw, "not published"),
    ],
)
def test_a_step_from_the_wrong_state_is_refused_in_words(state, act, words):
    claim = make_claim(review=state)

    with pytest.raises(ReviewError, match=words):
        act(claim, by=make_user("editor"), reason="Because.")


@pytest.mark.parametrize("act", [review.withdraw, review.retract])
def test_readers_are_owed_a_reason(act):
    with pytest.raises(ReviewError, match="Say why"):
        act(make_claim(), by=make_user("editor"), reason="  ")


def test_withdrawing_leaves_a_tombstone_with_its_reason_for_all_that_went_with_it():
    editor = make_user("editor")
    claim = make_claim(**PROPOSED)
    other = make_claim(event=claim.event, **PROPOSED)
    pair = make_contradiction(event=claim.event, first=claim, second=other)
    review.publish(claim, by=editor)
    review.publish(other, by=editor)
    assert told(pair) == ["published"]

    review.withdraw(claim, by=editor, reason="The quote was of somebody else.")

    last = last_line(claim)
    assert (last.kind, last.after) == ("withdrawn", None)
    assert last.summary == "The quote was of somebody else."
    assert told(pair) == ["published", "withdrawn"]
    # "published" alone, then contested by the pair, then no longer.
    contested = [line.after["contested"] for line in lines_of(other)]
    assert contested == [True, False]


def test_withdrawing_closes_a_proposed_verdict():
    claim = make_claim()
    proposal = VerdictProposal.objects.create(
        claim=claim, status=Status.REFUTED, rationale="x" * 40, proposed_by=make_user("editor")
    )

    review.withdraw(claim, by=make_user("editor"), reason="Misread.")

    proposal.refresh_from_db()
    assert (proposal.state, proposal.comment) == (
        ProposalState.WITHDRAWN,
        "The claim was withdrawn.",
    )


def test_a_verified_claim_does_not_go_back_to_the_queue():
    claim = make_claim(status=Status.VERIFIED)

    with pytest.raises(ReviewError, match="verified by a verdict"):
        review.withdraw(claim, by=make_user("editor"), reason="Doubt.", to=Review.PROPOSED)

    assert review.withdraw(claim, by=make_user("editor"), reason="Doubt.").review == Review.REJECTED


def test_a_retracted_claim_stays_visible_and_says_so():
    editor = make_user("editor")
    claim = review.publish(make_claim(**PROPOSED), by=editor)

    claim = review.retract(claim, by=editor, reason="The ministry deleted its post.")
    assert claim.lifecycle == Lifecycle.RETRACTED
    assert list(Claim.objects.public()) == [claim]
    assert told(claim) == ["published", "changed"]

    claim = review.unretract(claim, by=editor, reason="It was another post.")
    assert claim.lifecycle == Lifecycle.CURRENT


def test_the_history_says_who_and_why():
    editor = make_user("editor")
    claim = make_claim(**PROPOSED)

    review.reject(claim, by=editor, reason="A headline, said twice.")

    step = last_step(claim)
    assert step.review == Review.REJECTED
    assert step.pgh_context.metadata == {"user": editor.pk, "reason": "A headline, said twice."}


def test_no_way_past_the_functions_makes_machine_output_public():
    claim = make_claim(found_by="reader 1", confidence=0.99, **PROPOSED)

    with pytest.raises(IntegrityError, match="claim_published_by_a_person"), transaction.atomic():
        Claim.objects.filter(pk=claim.pk).update(review=Review.PUBLISHED)

    assert not Claim.objects.public().exists()


def test_the_team_of_an_event_keeps_others_out():
    member, other = make_user("editor"), make_user("editor")
    claim = make_claim(**PROPOSED)
    claim.event.team.add(member)

    with pytest.raises(NotAllowed, match="Only the team of"):
        review.publish(claim, by=other)

    assert review.publish(claim, by=member).review == Review.PUBLISHED
