"""Every decision as a case: what is set up, how it is called, and how its effect shows.

The tests try each as every role; whoever writes a new decision adds its case here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from claims import (
    contradictions,
    directory_merging,
    editing,
    event_publication,
    group_decisions,
    intake,
    joint_verdicts,
    merging,
    notices,
    question_editing,
    review,
    takedown,
    thresholds,
    verification,
)
from claims.choices import ContradictionState, Kind, Lifecycle, NoticeState, Review, Status
from claims.models import (
    Claim,
    Contradiction,
    Evidence,
    Quote,
    RevisionNotice,
    Threshold,
    Verdict,
    VerdictProposal,
)
from events.choices import Visibility
from events.models import Actor, Event
from tests.factories import (
    make_actor,
    make_claim,
    make_contradiction,
    make_question,
    make_user,
    make_version,
)

WHY = "The wreck was filmed from two sides and located by its road signs."


@dataclass(frozen=True)
class Case:
    """One decision: what is set up in an event, how it is called, and how its effect shows."""

    lowest: str
    make: Callable[[Event], Any]
    act: Callable[[Any, Any], Any]
    happened: Callable[[Any], bool]


def open_pair(event: Any) -> Any:
    return make_contradiction(event=event, state=ContradictionState.OPEN)


def seen(pair: Any) -> dict[int, int]:
    """The one pair of a group as its preview showed it."""
    return {pair.pk: fresh(pair).row_version}


def noticed(event: Any) -> Any:
    return RevisionNotice.objects.create(
        event=event, later=make_claim(event=event), earlier=make_claim(event=event),
        reason="They said 70, then 12.", downward=True, detector="rules 1",
    )  # fmt: skip


def threshold(_event: Any) -> Any:
    return Threshold.objects.get_or_create(kind=Kind.COUNT)[0]


def new_evidence(claim: Any) -> Any:
    return Evidence(claim=claim, kind="note", description="Seen.")


def known_evidence(event: Any) -> Any:
    evidence = new_evidence(make_claim(event=event))
    evidence.save()
    return evidence


def reworded(evidence: Any) -> Any:
    evidence.description = "Seen twice."
    return evidence


def hidden(event: Any) -> Any:
    Event.objects.filter(pk=event.pk).update(visibility=Visibility.DRAFT)
    return event


def pending(event: Any) -> Any:
    """A proposal by an editor who stands outside of the case."""
    return VerdictProposal.objects.create(
        claim=make_claim(event=event),
        status=Status.REFUTED,
        rationale=WHY,
        no_evidence_because="None.",
        proposed_by=make_user("editor"),
    )


def merged(event: Any) -> Any:
    claim, into = make_claim(event=event), make_claim(event=event)
    return merging.merge(claim, into, by=free_administrator(), reason="Twice.") and claim


def speaker(event: Any) -> Any:
    return make_claim(event=event, claimant=make_actor()).claimant


def merged_speaker(event: Any) -> Any:
    actor, administrator = speaker(event), free_administrator()
    directory_merging.merge(actor, make_actor(), by=administrator, reason="One.")
    return actor


def decided(event: Any) -> Any:
    proposal = pending(event)
    return verification.approve(proposal, reviewer=free_administrator())


def free_administrator() -> Any:
    return make_user("administrator")


def fresh(row: Any) -> Any:
    return type(row)._base_manager.get(pk=row.pk)


def asked(event: Any) -> Any:
    """A question that a proposed claim answers."""
    question = make_question(event=event)
    make_claim(event=event, question=question, review=Review.PROPOSED)
    return question


def merged_question(event: Any) -> Any:
    question = asked(event)
    into = make_question(event=event)
    question_editing.merge_questions(question, into, by=free_administrator(), reason="One.")
    return question


def move_it(claim: Any, by: Any) -> Any:
    return question_editing.move_claim(claim, make_question(event=claim.event), by=by)


def calls(decision: Callable[..., Any], who: str = "by", **given: Any) -> Callable[[Any, Any], Any]:
    """Takes the decision about a row, in the name of a person."""
    return lambda row, person: decision(row, **given, **{who: person})


def now(**values: Any) -> Callable[[Any], bool]:
    """Whether the row has these values since."""

    def has_them(row: Any) -> bool:
        stored = fresh(row)
        return all(getattr(stored, name) == value for name, value in values.items())

    return has_them


def claim_of(review: Review = Review.PUBLISHED, **fields: Any) -> Callable[[Any], Any]:
    return lambda event: make_claim(event=event, review=review, **fields)


def with_new_words(event: Any) -> Any:
    claim = claim_of()(event)
    Quote.objects.filter(claim=claim).update(accepted_at=None, accepted_by=None)
    return claim


def shows_its_words(claim: Any) -> bool:
    return Quote.objects.accepted().filter(claim=claim).exists()


def has_two_quotes(claim: Any) -> bool:
    return Quote.objects.filter(claim=claim).count() > 1


PROPOSED, PUBLISHED = claim_of(Review.PROPOSED), claim_of()
RETRACTED = claim_of(lifecycle=Lifecycle.RETRACTED)
MOVED = {"fields": {"place": "X"}, "expected_version": 1}
VERDICT = {"status": Status.REFUTED, "rationale": WHY, "no_evidence_because": "None."}

CASES = {
    "intake.log_claim": Case(
        "reporter",
        lambda event: event,
        lambda event, by: intake.log_claim(Claim(event=event, statement="It rained."), by=by),
        lambda event: Claim.objects.filter(event=event).exists(),
    ),
    "intake.log_passage": Case(
        "reporter",
        lambda event: (event, make_version(event=event)),
        lambda made, by: intake.log_passage(
            Claim(event=made[0], statement="It rained."), made[1], (0, 12), by=by
        ),
        lambda made: Claim.objects.filter(event=made[0], quotes__version=made[1]).exists(),
    ),
    "intake.log_passage and publish": Case(
        "editor",
        lambda event: (event, make_version(event=event)),
        lambda made, by: intake.log_passage(
            Claim(event=made[0], statement="It rained."), made[1], (0, 12), by=by, publish=True
        ),
        lambda made: Claim.objects.filter(event=made[0]).exists(),
    ),
    "intake.new_actor": Case(
        "editor",
        lambda event: event,
        lambda event, by: intake.new_actor("Гомон Ліс", "person", event=event, by=by),
        lambda _: Actor.objects.filter(slug="homon-lis", names__text="Гомон Ліс").exists(),
    ),
    "intake.add_quote": Case(
        "reporter",
        PROPOSED,
        lambda claim, by: intake.add_quote(claim, make_version(), "The ministry", by=by),
        has_two_quotes,
    ),
    "intake.add_span": Case(
        "reporter",
        PROPOSED,
        lambda claim, by: intake.add_span(claim, make_version(), 0, 12, by=by),
        has_two_quotes,
    ),
    "intake.give_evidence of a new one": Case(
        "reporter",
        PROPOSED,
        lambda claim, by: intake.give_evidence(new_evidence(claim), by=by),
        lambda claim: Evidence.objects.filter(claim=claim).exists(),
    ),
    "intake.give_evidence of a known one": Case(
        "editor",
        known_evidence,
        lambda evidence, by: intake.give_evidence(reworded(evidence), by=by),
        now(description="Seen twice."),
    ),
    "question_editing.ask": Case(
        "editor",
        lambda event: event,
        lambda event, by: question_editing.ask(event, "Was it dry?", "other", by=by),
        lambda event: event.questions.filter(text="Was it dry?", edited=True).exists(),
    ),
    "editing.edit_question": Case(
        "editor",
        lambda event: make_question(event=event),
        calls(editing.edit_question),
        now(edited=True),
    ),
    "question_editing.merge_questions": Case(
        "editor",
        asked,
        lambda question, by: question_editing.merge_questions(
            question, make_question(event=question.event), by=by, reason="One."
        ),
        lambda question: fresh(question).merged_into is not None,
    ),
    "question_editing.unmerge_question": Case(
        "editor",
        merged_question,
        calls(question_editing.unmerge_question, reason="Two."),
        now(merged_into=None),
    ),
    "question_editing.split_question": Case(
        "editor",
        asked,
        lambda question, by: question_editing.split_question(
            question, question.claims.all(), "Who else?", by=by, reason="Two."
        ),
        lambda question: not question.claims.exists(),
    ),
    "question_editing.move_claim of a proposed claim": Case(
        "reporter", PROPOSED, move_it, lambda claim: fresh(claim).question is not None
    ),
    "question_editing.move_claim of a published claim": Case(
        "editor", PUBLISHED, move_it, lambda claim: fresh(claim).question is not None
    ),
    "editing.answers_changed": Case(
        "reporter", PROPOSED, calls(editing.answers_changed), now(edited_fields=["answer_actors"])
    ),
    "editing.save_edits of a proposed claim": Case(
        "reporter", PROPOSED, calls(editing.save_edits, **MOVED), now(place="X")
    ),
    "editing.save_edits of a published claim": Case(
        "editor", PUBLISHED, calls(editing.save_edits, **MOVED), now(place="X")
    ),
    "review.publish": Case("editor", PROPOSED, calls(review.publish), now(review=Review.PUBLISHED)),
    "review.show_words": Case("editor", with_new_words, calls(review.show_words), shows_its_words),
    "review.reject": Case(
        "editor",
        PROPOSED,
        calls(review.reject, reason="A headline."),
        now(review=Review.REJECTED),
    ),
    "review.restore": Case(
        "editor", claim_of(Review.REJECTED), calls(review.restore), now(review=Review.PROPOSED)
    ),
    "review.withdraw": Case(
        "editor", PUBLISHED, calls(review.withdraw, reason="Misread."), now(review=Review.REJECTED)
    ),
    "review.retract": Case(
        "editor",
        PUBLISHED,
        calls(review.retract, reason="Deleted."),
        now(lifecycle=Lifecycle.RETRACTED),
    ),
    "review.unretract": Case(
        "editor",
        RETRACTED,
        calls(review.unretract, reason="Not so."),
        now(lifecycle=Lifecycle.CURRENT),
    ),
    "merging.merge": Case(
        "editor",
        PUBLISHED,
        lambda claim, by: merging.merge(claim, make_claim(event=claim.event), by=by, reason="Y."),
        now(review=Review.MERGED),
    ),
    "merging.unmerge": Case(
        "editor",
        merged,
        lambda claim, by: merging.unmerge(fresh(claim), by=by, reason="Two."),
        now(review=Review.PUBLISHED),
    ),
    "directory_merging.merge": Case(
        "editor",
        speaker,
        lambda actor, by: directory_merging.merge(actor, make_actor(), by=by, reason="One."),
        lambda actor: fresh(actor).merged_into is not None,
    ),
    "directory_merging.unmerge": Case(
        "editor",
        merged_speaker,
        lambda actor, by: directory_merging.unmerge(fresh(actor), by=by, reason="Two."),
        now(merged_into=None),
    ),
    "contradictions.confirm": Case(
        "editor", open_pair, calls(contradictions.confirm), now(state=ContradictionState.CONFIRMED)
    ),
    "contradictions.dismiss": Case(
        "editor",
        open_pair,
        calls(contradictions.dismiss, reason="different_time"),
        now(state=ContradictionState.DISMISSED),
    ),
    "contradictions.reopen": Case(
        "editor",
        lambda event: make_contradiction(event=event),
        calls(contradictions.reopen, note="New dates."),
        now(state=ContradictionState.OPEN),
    ),
    "group_decisions.confirm_group": Case(
        "editor",
        open_pair,
        lambda pair, by: group_decisions.confirm_group(pair, by=by, seen=seen(pair)),
        now(state=ContradictionState.CONFIRMED),
    ),
    "group_decisions.dismiss_group": Case(
        "editor",
        open_pair,
        lambda pair, by: group_decisions.dismiss_group(
            pair, by=by, seen=seen(pair), reason="different_time"
        ),
        now(state=ContradictionState.DISMISSED),
    ),
    "group_decisions.reopen_group": Case(
        "editor",
        lambda event: make_contradiction(event=event),
        lambda pair, by: group_decisions.reopen_group(
            pair, by=by, seen=seen(pair), note="New dates."
        ),
        now(state=ContradictionState.OPEN),
    ),
    "notices.see": Case("editor", noticed, calls(notices.see), now(state=NoticeState.SEEN)),
    "thresholds.set_threshold": Case(
        "administrator",
        threshold,
        calls(thresholds.set_threshold, score=0.5),
        now(score=0.5),
    ),
    "contradictions.flag": Case(
        "editor",
        PUBLISHED,
        lambda claim, by: contradictions.flag(
            claim, make_claim(event=claim.event), by=by, reason="Both cannot be."
        ),
        lambda claim: Contradiction.objects.of(claim).exists(),
    ),
    "verification.propose": Case(
        "editor",
        PUBLISHED,
        calls(verification.propose, **VERDICT),
        lambda claim: claim.proposals.exists(),
    ),
    "joint_verdicts.propose_together": Case(
        "editor",
        PUBLISHED,
        lambda claim, by: joint_verdicts.propose_together(claim, [], by=by, **VERDICT),
        lambda claim: claim.proposals.exists(),
    ),
    "joint_verdicts.approve_together": Case(
        "reviewer",
        pending,
        calls(joint_verdicts.approve_together, "reviewer"),
        lambda proposal: Verdict.objects.filter(proposal=proposal).exists(),
    ),
    "verification.undo": Case(
        "editor",
        decided,
        calls(verification.undo),
        lambda verdict: VerdictProposal.objects.filter(state="pending").exists(),
    ),
    "verification.approve": Case(
        "reviewer",
        pending,
        calls(verification.approve, "reviewer"),
        lambda proposal: Verdict.objects.filter(proposal=proposal).exists(),
    ),
    "verification.return_proposal": Case(
        "reviewer",
        pending,
        calls(verification.return_proposal, "reviewer", comment="Who?"),
        now(is_pending=False),
    ),
    "event_publication.publish_event": Case(
        "editor",
        hidden,
        calls(event_publication.publish_event),
        now(visibility=Visibility.PUBLIC),
    ),
    "event_publication.hide_event": Case(
        "editor",
        lambda event: event,
        calls(event_publication.hide_event, reason="Not safe."),
        now(visibility=Visibility.DRAFT),
    ),
    "takedown.take_down": Case(
        "administrator",
        lambda event: make_version(event=event),
        calls(takedown.take_down, reason="Court order."),
        now(text=""),
    ),
}
# Where the decisions stand.
MODULES = (
    contradictions,
    directory_merging,
    editing,
    event_publication,
    group_decisions,
    intake,
    joint_verdicts,
    merging,
    notices,
    question_editing,
    review,
    takedown,
    thresholds,
    verification,
)
