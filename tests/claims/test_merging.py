"""Merging two rows of one claim, and taking them apart again."""

from typing import Any

import pytest

from claims import merging
from claims.choices import ContradictionState, Review, Status
from claims.merging import merge, survivor, unmerge
from claims.models import Claim
from claims.review import ReviewError, publish
from tests.claims.lines import last_line
from tests.factories import make_claim, make_contradiction, make_event, make_quote, make_user

pytestmark = pytest.mark.django_db
WHY = "The same sentence in two papers."


@pytest.fixture
def editor() -> Any:
    return make_user("editor")


@pytest.fixture
def event() -> Any:
    return make_event()


def test_a_merge_moves_the_quotes_and_leaves_a_trail(editor, event):
    claim, into = make_claim(event=event), make_claim(event=event)
    quote = claim.quotes.get()

    merge(claim, into, by=editor, reason=WHY)
    merge(claim, into, by=editor, reason=WHY)

    claim.refresh_from_db()
    quote.refresh_from_db()
    assert (claim.review, claim.merged_into, survivor(claim)) == (Review.MERGED, into, into)
    assert (quote.claim, quote.came_from) == (into, claim)
    assert list(Claim.objects.public()) == [into]
    last = last_line(into)
    assert len(last.after["quotes"]) == 2


def test_readers_are_told_where_a_merged_claim_went(editor, event):
    claim, into = (make_claim(event=event, review="proposed") for _ in range(2))
    for row in (claim, into):
        publish(row, by=editor)

    merge(claim, into, by=editor, reason=WHY)

    last = last_line(claim)
    assert (last.kind, last.after) == ("merged", None)
    assert last.summary == f"Merged into {into.public_id}: {WHY}"


def test_words_that_both_quote_from_one_place_are_not_doubled(editor, event):
    claim, into = make_claim(event=event), make_claim(event=event, quoted=False)
    quote = claim.quotes.get()
    make_quote(into, quote.exact, quote.version)

    merge(claim, into, by=editor, reason=WHY)

    assert into.quotes.count() == 1
    assert claim.quotes.get() == quote


def test_unmerging_brings_back_quotes_state_and_pairs(editor, event):
    claim, into, other = (make_claim(event=event) for _ in range(3))
    moved = make_contradiction(event=event, first=claim, second=other)
    between = make_contradiction(event=event, first=claim, second=into)
    quotes = set(claim.quotes.all())

    merge(claim, into, by=editor, reason=WHY)
    moved.refresh_from_db()
    between.refresh_from_db()
    assert {moved.first, moved.second} == {into, other}
    assert between.state == ContradictionState.RESOLVED

    claim.refresh_from_db()
    claim = unmerge(claim, by=editor, reason="Two different figures after all.")
    for pair in (moved, between):
        pair.refresh_from_db()
    assert claim.review == Review.PUBLISHED
    assert set(claim.quotes.all()) == quotes
    assert into.quotes.count() == 1
    assert {moved.first, moved.second} == {claim, other}
    assert (moved.state, between.state) == ("confirmed", "confirmed")


def test_a_chain_of_merges_is_taken_apart_in_any_order(editor, event):
    first, second, third = (make_claim(event=event) for _ in range(3))
    merge(first, second, by=editor, reason=WHY)
    merge(second, third, by=editor, reason=WHY)
    first.refresh_from_db()
    assert survivor(first) == third
    assert third.quotes.count() == 3

    second.refresh_from_db()
    unmerge(second, by=editor, reason=WHY)

    assert (second.quotes.count(), third.quotes.count()) == (2, 1)
    unmerge(first, by=editor, reason=WHY)
    assert [claim.quotes.count() for claim in (first, second, third)] == [1, 1, 1]


@pytest.mark.parametrize(
    ("of_merged", "of_survivor", "result"),
    [
        ("confirmed", "open", "confirmed"),
        ("dismissed", "open", "dismissed"),
        ("open", "confirmed", "confirmed"),
        ("confirmed", "confirmed", "confirmed"),
        ("confirmed", "dismissed", "open"),
        ("dismissed", "confirmed", "open"),
    ],
)
def test_a_pair_that_both_had_keeps_one_decision(editor, event, of_merged, of_survivor, result):
    claim, into, other = (make_claim(event=event) for _ in range(3))
    pairs = [
        make_contradiction(
            event=event,
            first=side,
            second=other,
            state=state,
            dismissal_reason="different_time" if state == "dismissed" else "",
        )
        for side, state in ((claim, of_merged), (into, of_survivor))
    ]

    merge(claim, into, by=editor, reason=WHY)

    for pair in pairs:
        pair.refresh_from_db()
    assert [pair.state for pair in pairs] == ["resolved", result]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"review": Review.REJECTED}, "is rejected"),
        ({"review": Review.PROPOSED}, "into a published one"),
    ],
)
def test_a_merge_into_the_wrong_claim_is_refused(editor, event, fields, words):
    with pytest.raises(ReviewError, match=words):
        merge(make_claim(event=event), make_claim(event=event, **fields), by=editor, reason=WHY)


def test_a_decided_status_is_never_lost_in_a_merge(editor, event):
    claim = make_claim(event=event, status=Status.REFUTED)

    with pytest.raises(ReviewError, match="refuted by a verdict"):
        merge(claim, make_claim(event=event), by=editor, reason=WHY)


def test_claims_of_two_events_itself_and_no_reason_are_refused(editor):
    claim = make_claim()
    for into, reason, words in (
        (make_claim(), WHY, "different events"),
        (claim, WHY, "into itself"),
        (make_claim(event=claim.event), "", "Say why"),
    ):
        with pytest.raises(ReviewError, match=words):
            merging.merge(claim, into, by=editor, reason=reason)
