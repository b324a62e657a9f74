"""Who may call which decision: every role, the visitor, the deactivated, the other team.

Doors (desk, API, commands) call these functions, so no door can let in more than they do. Each
function is tried on an object on which it would succeed, and its effect is looked for.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from claims import (
    contradictions,
    editing,
    event_publication,
    intake,
    merging,
    question_editing,
    review,
    takedown,
    verification,
)
from claims.choices import ContradictionState, Lifecycle, Review, Status
from claims.models import Claim, Contradiction, Evidence, Quote, Verdict, VerdictProposal
from claims.permissions import NotAllowed
from claims_tracker.accounts.models import User
from events.choices import Visibility
from events.models import Event
from tests.factories import (
    make_claim,
    make_contradiction,
    make_event,
    make_question,
    make_user,
    make_version,
)

pytestmark = pytest.mark.django_db
WHY = "The wreck was filmed from two sides and located by its road signs."
ROLES = ("reporter", "editor", "reviewer", "administrator")


@dataclass(frozen=True)
class Case:
    """One decision: what is set up in an event, how it is called, and how its effect shows."""

    lowest: str
    make: Callable[[Event], Any]
    act: Callable[[Any, Any], Any]
    happened: Callable[[Any], bool]


def proposed_claim(event: Any) -> Any:
    return make_claim(event=event, review=Review.PROPOSED)


def published_claim(event: Any) -> Any:
    return make_claim(event=event)


def open_pair(event: Any) -> Any:
    return make_contradiction(event=event, state=ContradictionState.OPEN)


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


CASES = {
    "intake.log_claim": Case(
        "reporter",
        lambda event: event,
        lambda event, by: intake.log_claim(Claim(event=event, statement="It rained."), by=by),
        lambda event: Claim.objects.filter(event=event).exists(),
    ),
    "intake.add_quote": Case(
        "reporter",
        proposed_claim,
        lambda claim, by: intake.add_quote(claim, make_version(), "The ministry", by=by),
        lambda claim: Quote.objects.filter(claim=claim).count() > 1,
    ),
    "intake.add_span": Case(
        "reporter",
        proposed_claim,
        lambda claim, by: intake.add_span(claim, make_version(), 0, 12, by=by),
        lambda claim: Quote.objects.filter(claim=claim).count() > 1,
    ),
    "intake.give_evidence of a new one": Case(
        "reporter",
        proposed_claim,
        lambda claim, by: intake.give_evidence(new_evidence(claim), by=by),
        lambda claim: Evidence.objects.filter(claim=claim).exists(),
    ),
    "intake.give_evidence of a known one": Case(
        "editor",
        known_evidence,
        lambda evidence, by: intake.give_evidence(reworded(evidence), by=by),
        lambda evidence: fresh(evidence).description == "Seen twice.",
    ),
    "editing.edit_question": Case(
        "editor",
        lambda event: make_question(event=event),
        lambda question, by: editing.edit_question(question, by=by),
        lambda question: fresh(question).edited,
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
        lambda question, by: question_editing.unmerge_question(question, by=by, reason="Two."),
        lambda question: fresh(question).merged_into is None,
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
        "reporter", proposed_claim, move_it, lambda claim: fresh(claim).question is not None
    ),
    "question_editing.move_claim of a published claim": Case(
        "editor", published_claim, move_it, lambda claim: fresh(claim).question is not None
    ),
    "editing.answers_changed": Case(
        "reporter",
        proposed_claim,
        lambda claim, by: editing.answers_changed(claim, by=by),
        lambda claim: fresh(claim).edited_fields == ["answer_actors"],
    ),
    "editing.save_edits of a proposed claim": Case(
        "reporter",
        proposed_claim,
        lambda claim, by: editing.save_edits(claim, {"place": "X"}, by=by, expected_version=1),
        lambda claim: fresh(claim).place == "X",
    ),
    "editing.save_edits of a published claim": Case(
        "editor",
        published_claim,
        lambda claim, by: editing.save_edits(claim, {"place": "X"}, by=by, expected_version=1),
        lambda claim: fresh(claim).place == "X",
    ),
    "review.publish": Case(
        "editor",
        proposed_claim,
        lambda claim, by: review.publish(claim, by=by),
        lambda claim: fresh(claim).review == Review.PUBLISHED,
    ),
    "review.reject": Case(
        "editor",
        proposed_claim,
        lambda claim, by: review.reject(claim, by=by, reason="A headline."),
        lambda claim: fresh(claim).review == Review.REJECTED,
    ),
    "review.restore": Case(
        "editor",
        lambda event: make_claim(event=event, review=Review.REJECTED),
        lambda claim, by: review.restore(claim, by=by),
        lambda claim: fresh(claim).review == Review.PROPOSED,
    ),
    "review.withdraw": Case(
        "editor",
        published_claim,
        lambda claim, by: review.withdraw(claim, by=by, reason="Misread."),
        lambda claim: fresh(claim).review == Review.REJECTED,
    ),
    "review.retract": Case(
        "editor",
        published_claim,
        lambda claim, by: review.retract(claim, by=by, reason="Deleted."),
        lambda claim: fresh(claim).lifecycle == Lifecycle.RETRACTED,
    ),
    "review.unretract": Case(
        "editor",
        lambda event: make_claim(event=event, lifecycle=Lifecycle.RETRACTED),
        lambda claim, by: review.unretract(claim, by=by, reason="Not so."),
        lambda claim: fresh(claim).lifecycle == Lifecycle.CURRENT,
    ),
    "merging.merge": Case(
        "editor",
        published_claim,
        lambda claim, by: merging.merge(claim, make_claim(event=claim.event), by=by, reason="Y."),
        lambda claim: fresh(claim).review == Review.MERGED,
    ),
    "merging.unmerge": Case(
        "editor",
        merged,
        lambda claim, by: merging.unmerge(fresh(claim), by=by, reason="Two."),
        lambda claim: fresh(claim).review == Review.PUBLISHED,
    ),
    "contradictions.confirm": Case(
        "editor",
        open_pair,
        lambda pair, by: contradictions.confirm(pair, by=by),
        lambda pair: fresh(pair).state == ContradictionState.CONFIRMED,
    ),
    "contradictions.dismiss": Case(
        "editor",
        open_pair,
        lambda pair, by: contradictions.dismiss(pair, by=by, reason="different_time"),
        lambda pair: fresh(pair).state == ContradictionState.DISMISSED,
    ),
    "contradictions.reopen": Case(
        "editor",
        lambda event: make_contradiction(event=event),
        lambda pair, by: contradictions.reopen(pair, by=by, note="New dates."),
        lambda pair: fresh(pair).state == ContradictionState.OPEN,
    ),
    "contradictions.flag": Case(
        "editor",
        published_claim,
        lambda claim, by: contradictions.flag(
            claim, make_claim(event=claim.event), by=by, reason="Both cannot be."
        ),
        lambda claim: Contradiction.objects.of(claim).exists(),
    ),
    "verification.propose": Case(
        "editor",
        published_claim,
        lambda claim, by: verification.propose(
            claim, status=Status.REFUTED, rationale=WHY, no_evidence_because="None.", by=by
        ),
        lambda claim: claim.proposals.exists(),
    ),
    "verification.undo": Case(
        "editor",
        decided,
        lambda verdict, by: verification.undo(verdict, by=by),
        lambda verdict: VerdictProposal.objects.filter(state="pending").exists(),
    ),
    "verification.approve": Case(
        "reviewer",
        pending,
        lambda proposal, by: verification.approve(proposal, reviewer=by),
        lambda proposal: Verdict.objects.filter(proposal=proposal).exists(),
    ),
    "verification.return_proposal": Case(
        "reviewer",
        pending,
        lambda proposal, by: verification.return_proposal(proposal, reviewer=by, comment="Who?"),
        lambda proposal: not fresh(proposal).is_pending,
    ),
    "event_publication.publish_event": Case(
        "editor",
        hidden,
        lambda event, by: event_publication.publish_event(event, by=by),
        lambda event: fresh(event).visibility == Visibility.PUBLIC,
    ),
    "event_publication.hide_event": Case(
        "editor",
        lambda event: event,
        lambda event, by: event_publication.hide_event(event, by=by, reason="Not safe."),
        lambda event: fresh(event).visibility == Visibility.DRAFT,
    ),
    "takedown.take_down": Case(
        "administrator",
        lambda event: make_version(event=event),
        lambda version, by: takedown.take_down(version, by=by, reason="Court order."),
        lambda version: fresh(version).text == "",
    ),
}
# A stored text belongs to many events, so no one team can keep an administrator from it.
OF_NO_TEAM = {"takedown.take_down"}
MODULES = (
    contradictions,
    editing,
    event_publication,
    intake,
    merging,
    question_editing,
    review,
    takedown,
    verification,
)
# The first is part of others; the second is its proposer's alone (test_verification).
NOT_A_ROLES_MATTER = {"review.close_proposals", "verification.withdraw"}
OF_EVENT = {name: case for name, case in CASES.items() if name not in OF_NO_TEAM}


def refused(case: Any, made: Any, by: Any) -> Any:
    with pytest.raises(NotAllowed):
        case.act(made, by)
    return not case.happened(made)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_each_role_may_do_what_the_table_says(case, role):
    made = case.make(make_event())
    by = make_user(role)

    if ROLES.index(role) >= ROLES.index(case.lowest):
        case.act(made, by)
        assert case.happened(made)
    else:
        assert refused(case, made, by)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_visitor_a_person_without_role_and_a_deactivated_one_may_do_nothing(case):
    made = case.make(make_event())
    gone = make_user("administrator", is_active=False)

    for by in (AnonymousUser(), make_user(""), gone, make_user("editor", is_active=False)):
        assert refused(case, made, by)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_deactivated_superusers_may_do_nothing(case):
    made = case.make(make_event())

    assert refused(case, made, make_user("", is_active=False, is_superuser=True))


@pytest.mark.parametrize("case", OF_EVENT.values(), ids=OF_EVENT.keys())
def test_who_is_on_another_team_may_do_nothing(case):
    event = make_event()
    member, outsider = make_user("reviewer"), make_user("reviewer")
    made = case.make(event)
    event.team.add(member)
    make_event().team.add(outsider)

    assert refused(case, made, outsider)
    case.act(made, member)
    assert case.happened(made)


@pytest.mark.parametrize("case", OF_EVENT.values(), ids=OF_EVENT.keys())
def test_administrators_are_on_every_team(case):
    event = make_event()
    made = case.make(event)
    event.team.add(make_user("editor"))

    case.act(made, make_user("administrator"))

    assert case.happened(made)


def test_a_role_taken_away_counts_at_once():
    by = make_user("editor")
    assert by.has_perm("claims.publish_claim")
    by.groups.clear()

    with pytest.raises(NotAllowed):
        review.publish(proposed_claim(make_event()), by=User.objects.get(pk=by.pk))


def test_no_case_is_missing():
    """Whoever writes a new decision has to say here who may take it."""
    decisions = {
        f"{module.__name__.removeprefix('claims.')}.{name}"
        for module in MODULES
        for name, function in vars(module).items()
        if getattr(function, "__module__", "") == module.__name__
        and not name.startswith("_")
        and {"by", "reviewer"} & set(getattr(function, "__annotations__", {}))
    }

    assert decisions - NOT_A_ROLES_MATTER == {name.split(" ")[0] for name in CASES}
