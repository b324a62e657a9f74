"""Two people deciding at once: one wins, the other is told in words."""

import threading
from contextlib import closing
from typing import Any

import pytest
from django.db import connections

from claims import comparisons, contradictions, group_decisions, verification
from claims.choices import ContradictionState, Review, Status
from claims.models import Change, Claim, Contradiction, ContradictionGroup, Threshold, Verdict
from claims.permissions import DecisionError
from claims.review import publish
from claims.thresholds import set_threshold
from tests.claims.readers import KYIV, MINISTRY
from tests.claims.test_comparisons import SEVENTY, TWELVE, read
from tests.claims.test_triage import accused
from tests.factories import make_claim, make_contradiction, make_event, make_user

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


def test_of_two_decisions_on_a_whole_group_one_is_taken():
    pairs = accused(make_event(), 3)
    seen = {pair.pk: pair.row_version for pair in pairs}
    first, second = make_user("editor"), make_user("editor")

    results = at_once(
        lambda: group_decisions.confirm_group(pairs[0], by=first, seen=seen),
        lambda: group_decisions.dismiss_group(
            pairs[2], by=second, seen=seen, reason="different_time"
        ),
    )

    assert refusals(results) == [group_decisions.CHANGED]
    assert len(set(Contradiction.objects.values_list("state", "decided_by", "decided_at"))) == 1


def test_decisions_on_pairs_of_one_group_at_once_are_all_counted():
    pairs = accused(make_event(), 4)
    editors = [make_user("editor") for _ in range(3)]

    results = at_once(
        *(
            lambda pair=pair, who=who: contradictions.confirm(pair, by=who)
            for pair, who in zip(pairs, editors, strict=False)
        )
    )

    group = ContradictionGroup.objects.get()
    assert refusals(results) == []
    assert (group.waiting, group.lead) == (1, pairs[3])


def test_people_who_flag_pairs_of_one_group_at_once_are_both_counted():
    (pair,) = accused(make_event(), 1)
    denials = [
        make_claim(event=pair.event, statement=pair.second.statement, stance="denies")
        for _ in range(3)
    ]

    results = at_once(
        *(
            lambda denial=denial: contradictions.flag(
                pair.first, denial, by=make_user("editor"), reason="Both cannot be.", kind=pair.kind
            )
            for denial in denials
        )
    )

    assert refusals(results) == []
    assert ContradictionGroup.objects.get().waiting == 4


def test_workers_that_compare_at_once_find_each_pair_once_and_count_it():
    event = make_event()
    claims = [read(event, SEVENTY, 70, MINISTRY), read(event, TWELVE, 12, KYIV)]

    results = at_once(*(lambda claim=claim: comparisons.compare_claim(claim.pk)
                        for claim in claims * 2))  # fmt: skip

    assert refusals(results) == []
    assert Contradiction.objects.count() == 1
    assert ContradictionGroup.objects.get().waiting == 1


def test_a_decision_and_a_comparison_at_once_leave_the_group_right():
    event = make_event()
    first, second = read(event, SEVENTY, 70, MINISTRY), read(event, TWELVE, 12, KYIV)
    comparisons.compare_claim(first.pk)
    pair = Contradiction.objects.get()
    editor = make_user("editor")
    Claim.objects.filter(pk=second.pk).update(count_low=13, count_high=13)

    at_once(
        lambda: comparisons.compare_claim(second.pk),
        lambda: contradictions.dismiss(pair, by=editor, reason="different_time"),
    )

    comparisons.compare_claim(second.pk)
    pair.refresh_from_db()
    waiting = list(ContradictionGroup.objects.waiting())
    assert waiting == ([pair.group] if pair.state == "open" else [])


def test_a_threshold_raised_while_workers_compare_weighs_what_they_find():
    event = make_event()
    claims = [read(event, SEVENTY, 70, MINISTRY), read(event, TWELVE, 12, KYIV)]
    threshold = Threshold.objects.get_or_create(kind="count")[0]
    administrator = make_user("administrator")

    results = at_once(
        lambda: comparisons.compare_claim(claims[0].pk),
        lambda: set_threshold(threshold, 1.0, by=administrator),
    )

    group = ContradictionGroup.objects.get()
    assert refusals(results) == []
    assert (group.waiting, group.hidden) == (0, 1)
